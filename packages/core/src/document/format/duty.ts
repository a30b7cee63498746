import type { Ears } from "../../protocol/document.ts"
import { plain } from "./plain.ts"

/**
 * A requirement as tools look for it: EARS with its keywords in English capitals, whatever language stands between them. Plain text.
 * @see https://kiro.dev/docs/specs/concepts/
 */
export function duty(ears: Ears): string {
  const parts = PARTS.flatMap((part) => (ears[part] ? [`${part.toUpperCase()} ${plain(ears[part])}`] : []))
  return [...parts, `${ears.if ? "THEN " : ""}${response(ears)}`].join(", ")
}

const PARTS = ["where", "while", "when", "if"] as const

/** What it does, without saying when. */
export const response = ({ system, shall }: Ears): string =>
  `${ANY_SYSTEM.test(system) ? "THE SYSTEM" : plain(system)} SHALL ${plain(shall)}`

/** "The system" of the four languages. */
const ANY_SYSTEM = /^(?:the system|das system|el sistema|le système)$/i
