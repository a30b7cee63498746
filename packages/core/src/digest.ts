import { createHash, createHmac } from "node:crypto"

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** SHA-256 in base64url: equal values have the same, in whatever order their members were written. */
export const digestOf = (value: Json): string => digestOfText(canonical(value))

/** SHA-256 in base64url of a text as it stands, which is not that of the text as a JSON value. */
export const digestOfText = (text: string): string => createHash("sha256").update(text).digest("base64url")

/**
 * The same for values that must not be guessable from a copy of the table. A plain hash of a short text can be found by trying texts, so
 * this one needs `secret`, which is not in the table. Hashing it once more would add nothing.
 */
export const keyedDigestOf = (secret: Uint8Array, value: Json): string =>
  createHmac("sha256", secret).update(canonical(value)).digest("base64url")

/** Equal values have equal texts, in whatever order their members were written; others have others. */
function canonical(value: Json): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error("JSON has no such number")
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonical).join(",")}]`
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(",")}}`
}

/** `Array.isArray` does not tell a read-only list from an object. */
const isList = (value: object): value is readonly Json[] => Array.isArray(value)
