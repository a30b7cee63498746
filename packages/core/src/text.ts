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

/** As a sentence begins. Georgian has capitals, but for whole words alone. */
export const begun = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => (/\p{Script=Georgian}/u.test(letter) ? letter : letter.toUpperCase()))

/** With a full stop, unless it ends with a mark of whatever script, or its last letter is of one that has another stop, or none. */
export const ended = (text: string): string => (ENDED.test(text) || STOPLESS.test(text) ? text : `${text}.`)

const ENDED = /[\p{Sentence_Terminal}…]$/u

/** Armenian, Bengali, Devanagari, Ethiopic, Gurmukhi, Han, kana, Khmer, Lao, Burmese, Oriya, Thai, Tibetan. */
const STOPLESS =
  /[\p{scx=Armn}\p{scx=Beng}\p{scx=Deva}\p{scx=Ethi}\p{scx=Guru}\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Khmr}\p{scx=Laoo}\p{scx=Mymr}\p{scx=Orya}\p{scx=Thai}\p{scx=Tibt}]$/u
