/**
 * Takes out what can make a text look like another one: bidirectional controls, tag characters (U+E0000–E007F), control characters other
 * than tab and line break. Halves of surrogate pairs become U+FFFD.
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
export const clean = (text: string): string => text.toWellFormed().replace(DECEPTIVE, "")

const DECEPTIVE = /\p{Bidi_Control}|[\u{E0000}-\u{E007F}]|(?![\t\n])\p{Cc}/gu

/** The same for text that arrives in pieces: a pair split between two pieces is held back until it is whole. */
export function cleaner(): (piece: string) => string {
  let held = ""
  return (piece) => {
    const text = held + piece
    const split = /[\uD800-\uDBFF]$/.test(text)
    held = split ? text.slice(-1) : ""
    return clean(split ? text.slice(0, -1) : text)
  }
}
