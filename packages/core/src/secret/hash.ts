import { createHash, timingSafeEqual } from "node:crypto"

/** Whether it is the secret of which only the SHA-256, in hex, is known. Without one, nobody's is. Takes as long for any other. */
export function isHashed(secret: string, hash: string): boolean {
  return hash !== "" && timingSafeEqual(createHash("sha256").update(secret).digest(), Buffer.from(hash, "hex"))
}
