import { createHmac } from "node:crypto"
import { domainToASCII } from "node:url"
import type { KeyRing } from "../secret/key-ring.ts"

/** As a mail is sent to it: the name as typed, the domain as the mail system writes it. */
export function deliverable(email: string): string {
  const at = email.lastIndexOf("@")
  return `${email.slice(0, at)}@${domainToASCII(email.slice(at + 1))}`
}

/**
 * What stands in the table for an address: a keyed hash of it in lower case, so that a copy of the table tells nobody whose addresses are
 * in it. With the current key first; what is looked up may have been stored with another.
 * @throws {UnavailableError} when the key cannot be read
 */
export async function fingerprints(deps: { keyRing: KeyRing }, email: string): Promise<[string, ...string[]]> {
  const text = deliverable(email).toLowerCase()
  const [current, ...others] = (await deps.keyRing.keys("address")).map(({ bytes }) =>
    createHmac("sha256", bytes).update(text).digest("base64url"),
  )
  if (current === undefined) throw new Error("a ring has a current key")
  return [current, ...others]
}
