import { randomInt } from "node:crypto"

/**
 * Where engines listen that check no signature. Some answer every web page's script. So they do not stand at 127.0.0.1, where a page could
 * look for their port, but at one of the 16 million other addresses of this machine, another one with each start. Only Linux has those.
 */
export const HOST =
  process.platform === "linux" ? ["127", ...Array.from({ length: 3 }, () => randomInt(1, 255))].join(".") : "127.0.0.1"
