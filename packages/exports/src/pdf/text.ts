import { plain } from "@spec-wizard/core/document/format/plain"

/**
 * Anybody's words on one line, as they may stand beside ours. Those with letters that run from right to left are isolated, so that they
 * cannot turn what stands around them: their own bidirectional controls were taken out before.
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function said(text: string): string {
  const line = plain(text)
  return RIGHT_TO_LEFT.test(line) ? `${FIRST_STRONG_ISOLATE}${line}${POP_ISOLATE}` : line
}

const FIRST_STRONG_ISOLATE = "\u2068"
const POP_ISOLATE = "\u2069"

/** The blocks whose letters have that direction. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** Ends in `…` where something is left out, and never between signs that are one to the eye; an isolate that was cut open ends with the line. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text
  const characters = [...text]
  if (characters.length <= max) return text
  let end = max
  while (end > 0 && (JOINED.test(characters[end] ?? "") || characters[end - 1] === JOINER)) end--
  return `${characters.slice(0, end).join("").trimEnd()}…`
}

const JOINER = "\u200D"
/** What belongs to the sign before it: marks, and what makes one emoji of several. `Intl.Segmenter` knows more, and takes 20 ms to begin. */
const JOINED = /^(?:\p{M}|\u200D|\p{Emoji_Modifier})/u
