/** A word, a number or a sign that counts with numbers. Positions are UTF-16 units of the message. */
export type Token = {
  /** Lower case, without accents, ß as ss: how the lexicons write their patterns. */
  word: string
  start: number
  end: number
  /** Punctuation stands between this token and the one before. */
  gap: boolean
}

// Alternatives start with different characters, and a separator is always followed by a digit: one pass, no backtracking.
const TOKEN = /[\p{L}\p{M}]+|\p{Nd}+(?:[.,:]\p{Nd}+)*|[%€$£~<>≤≥+–]/gu
const PUNCTUATION = /[.,;:!?()\n"“”„«»…/]/

export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (PLAIN.test(lower)) return lower
  return lower.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").replaceAll("œ", "oe")
}
/** Most words of any of the languages need nothing but lower case. */
const PLAIN = /^[\n -~]*$/

/** `from` is where `text` begins in the message. */
export function tokens(text: string, from = 0): Token[] {
  const found: Token[] = []
  let last = 0
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index
    const end = start + match[0].length
    found.push({
      word: fold(match[0]),
      start: from + start,
      end: from + end,
      gap: PUNCTUATION.test(text.slice(last, start)),
    })
    last = end
  }
  return found
}
