import { createHash } from "node:crypto"
import type { Written } from "../document/format/json.ts"

/**
 * SHA-256 of the document's content, hex: two documents that say the same have the same, in whatever order their fields were written. For
 * servers only, hence a file of its own.
 */
export const hashOf = ({ version, language, items, used }: Written): string =>
  createHash("sha256")
    .update(JSON.stringify(sorted({ version, language, items, used })))
    .digest("hex")

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]))
}
