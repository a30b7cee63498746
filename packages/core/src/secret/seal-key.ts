import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from "node:crypto"

/** What stands before 32 bytes to make them an X25519 key. @see https://www.rfc-editor.org/rfc/rfc8410 */
const PRIVATE = Buffer.from("302e020100300506032b656e04220420", "hex")
const PUBLIC = Buffer.from("302a300506032b656e032100", "hex")

/** The private key that goes with a key of the ring. */
export function privateKeyOf(ringKey: string): KeyObject {
  const bytes = Buffer.from(hkdfSync("sha256", ringKey, "", "spec-wizard seal", 32))
  return createPrivateKey({ key: Buffer.concat([PRIVATE, bytes]), format: "der", type: "pkcs8" })
}

/** Its public half, base64url: whoever has it can seal, and not open. */
export function publicKeyOf(ringKey: string): string {
  const der = createPublicKey(privateKeyOf(ringKey)).export({ format: "der", type: "spki" })
  return der.subarray(PUBLIC.length).toString("base64url")
}

export const fromText = (publicKey: string): KeyObject =>
  createPublicKey({
    key: Buffer.concat([PUBLIC, Buffer.from(publicKey, "base64url")]),
    format: "der",
    type: "spki",
  })
