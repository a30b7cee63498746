import { createHash, randomBytes } from "node:crypto"

/** 32 random bytes, base64url: 43 characters. A secret is not an id: it carries no time and is stored only as its hash. */
export const mint = () => randomBytes(32).toString("base64url")

export const hash = (token: string) => createHash("sha256").update(token).digest("hex")
