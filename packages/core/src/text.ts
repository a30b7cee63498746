/**
 * A text as it is stored and quoted from then on. What breaks a line breaks it with U+000A; what can make a text look like another one goes:
 * bidirectional controls, tag characters (U+E0000–E007F), control characters other than tab and line break. Halves of surrogate pairs become
 * U+FFFD. Nothing else is taken out.
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
export const clean = (text: string): string => text.toWellFormed().replace(BREAK, "\n").replace(DECEPTIVE, "")

const BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g

const DECEPTIVE = /\p{Bidi_Control}|[\u{E0000}-\u{E007F}]|(?![\t\n])\p{Cc}/gu

/** The same for text that arrives in pieces: what is split between two pieces is held back until it is whole. */
export function cleaner(): (piece: string) => string {
  let held = ""
  return (piece) => {
    const text = held + piece
    const isSplit = /[\uD800-\uDBFF\r]$/.test(text)
    held = isSplit ? text.slice(-1) : ""
    return clean(isSplit ? text.slice(0, -1) : text)
  }
}
