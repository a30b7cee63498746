/**
 * Phrases as language files write them: alternatives on lines or between bars, in regular expressions with five signs of their own, so that
 * they read like words. A blank is any white space, `'` either apostrophe (in "n't" none is needed), `*` after a letter the rest of the word, `…` up to 60 characters of
 * the sentence, `#` a number in digits or in words, `_` one word. A phrase begins and ends with a whole word.
 */
export type Phrases = string

/** Not inside a word; `\\b` knows the letters of English alone. */
const EDGE = "(?:(?<![\\p{L}\\p{N}])|(?![\\p{L}\\p{N}]))"

/** By the language's number words, then by the phrases: both are constants, so that looking up costs no more than a pointer. */
type Compiled = Map<string, Map<Phrases, RegExp>>
const [anywhere, all, first, whole]: [Compiled, Compiled, Compiled, Compiled] = [
  new Map(),
  new Map(),
  new Map(),
  new Map(),
]

/** The regular expression, made when it is first asked for. `numbers`: the language's number words. */
export const phrase = (source: Phrases, numbers = ""): RegExp => compiled(anywhere, source, numbers, (any) => any)

/** The same at the beginning of a text. */
export const opening = (source: Phrases, numbers = ""): RegExp =>
  compiled(first, source, numbers, (any) => `^(?:${any})`)

/** The same for a text that is nothing else. */
export const entire = (source: Phrases, numbers = ""): RegExp =>
  compiled(whole, source, numbers, (any) => `^(?:${any})$`)

/** Each place where it stands in a text. */
export const every = (source: Phrases, numbers = ""): RegExp => compiled(all, source, numbers, (any) => any, "giu")

function compiled(
  cache: Compiled,
  source: Phrases,
  numbers: string,
  bound: (any: string) => string,
  flags = "iu",
): RegExp {
  const known = cache.get(numbers)?.get(source)
  if (known) return known
  const alternatives = source
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("|")
  const made = new RegExp(`${EDGE}(?:${expanded(bound(alternatives), numbers)})${EDGE}`, flags)
  const ofLanguage = cache.get(numbers) ?? new Map<Phrases, RegExp>()
  cache.set(numbers, ofLanguage.set(source, made))
  return made
}

function expanded(source: string, numbers: string): string {
  const words = numbers.trim().replace(/\s+/g, "|")
  const number = `(?:\\d[\\d.,'’\\u00a0\\u202f]{0,24}${words && `|(?:${words})(?!\\p{L})`})`
  return source
    .replace(ACCENTED, plainToo)
    .replace(/\[[^\]]*\]|(?<=\p{L})(?<!\\\p{L})\*| \?|[ '…#_]/gu, (sign, at: number) =>
      sign === "'" && source.startsWith("n't", at - 1) ? "['’]?" : (SIGNS[sign] ?? (sign === "#" ? number : sign)),
    )
}

/** Inside a long word, where people who type fast leave accents out. */
const ACCENTED =
  /(?<!\p{L})[áéíóúàèâêîôûç](?=\p{L}{3})|(?<=\p{L})(?<!\\\p{L})[áéíóúàèâêîôûç](?=\p{L}{2})|(?<=\p{L}{3})[áéíóúàèâêîôûç](?=\p{L})/gu
const plainToo = (letter: string) => `[${letter}${letter.normalize("NFD").charAt(0)}]`

const SIGNS: Readonly<Record<string, string>> = {
  " ": "\\s+",
  " ?": "\\s*",
  "'": "['’]",
  "*": "\\p{L}*",
  "…": "(?:[^\\n]{0,60}?)",
  _: "[\\p{L}\\p{N}'’-]+",
}
