import type { Ears, Item } from "../../protocol/document.ts"
import { plain } from "./plain.ts"

/**
 * A requirement as tools look for it: EARS with its keywords in English capitals, whatever language stands between them. A sentence that has
 * not these parts is not taken apart: what must hold is the sentence. Plain text.
 * @see https://kiro.dev/docs/specs/concepts/
 */
export const duty = (item: Pick<Item, "id" | "text"> & { ears?: Ears | undefined }): string =>
  item.ears ? sentence(item.ears) : `THE SYSTEM SHALL comply with ${item.id}: ${plain(item.text)}`

function sentence(ears: Ears): string {
  const { system, shall } = ears
  const parts = PARTS.flatMap((part) => (ears[part] ? [`${part.toUpperCase()} ${plain(ears[part])}`] : []))
  const who = ANY_SYSTEM.has(system.toLowerCase()) ? "THE SYSTEM" : plain(system)
  return [...parts, `${ears.if ? "THEN " : ""}${who} SHALL ${plain(shall)}`].join(", ")
}

const PARTS = ["where", "while", "when", "if"] as const

/** "The system" of the four languages. */
const ANY_SYSTEM = new Set(["the system", "das system", "el sistema", "le système"])
