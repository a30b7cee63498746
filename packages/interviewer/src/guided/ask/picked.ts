import type { Lexicon } from "../languages/language.ts"
import { entire, every } from "../read/phrase.ts"
import type { Heard } from "./heard.ts"

const MARKS = ["drop", "rule", "want", "state", "rest", "none", "all", "but"] as const
export type Mark = (typeof MARKS)[number]

/** A word of an answer about numbered lines: which of them it names, what it says of them, or where another part begins. */
export type Token = { numbers?: number[]; mark?: Mark; isStop?: true; text: string }

/** "The first three", "2-4", "the last" in digits, what is said of them in marks, all else as it stands. */
export function tokensOf(text: string, count: number, { sorting }: Heard, { slots }: Lexicon): Token[] {
  const [words, places] = [slots.numbers.split(/\s+/), slots.ordinals.split(/\s+/)]
  const value = (word: string) => (/^\d+$/.test(word) ? Number(word) : words.indexOf(word))
  const several = (end: string) => every(`(?:${end}) (?<a>#)|(?<b>#) (?:${end})`, slots.numbers)
  const range =
    (numbers: (many: number) => [number, number]) =>
    (said: string, ...found: unknown[]) => {
      const { a, b } = found.at(-1) as Record<string, string | undefined> // the groups of the expression above
      const many = value((a ?? b ?? "").trim())
      return many > 1 ? ` ${numbers(many).join("-")} ` : said
    }
  let said = text.toLowerCase()
  for (const mark of MARKS) said = said.replace(every(sorting[mark]), (found) => (found === "" ? found : ` <${mark}> `))
  said = said.replace(
    several(sorting.first),
    range((many) => [1, many]),
  )
  said = said.replace(
    several(sorting.last),
    range((many) => [count - many + 1, count]),
  )
  const tokens = said.match(/<\p{L}+>|\d+(?:\s*[-–]\s*\d+)?|[\p{L}\p{M}'’-]+|[.;:!?\n]|,/gu) ?? []
  const place = (word: string) => places.findIndex((one) => isLike(word, one)) + 1
  return tokens.flatMap((token, at): Token[] => {
    const mark = MARKS.find((one) => token === `<${one}>`)
    if (mark) return [{ mark, text: token }]
    if (/^[.;!?\n]$/.test(token)) return [{ isStop: true, text: token }]
    if (/^[,:]$/.test(token)) return []
    const [from = 0, to = from] = token.split(/\s*[-–]\s*/).map(Number)
    if (from > 0) return [{ numbers: to - from < count ? through(from, to) : [0], text: token }]
    const number = place(token) || (entire(sorting.last).test(token) ? count : value(token))
    const isOne = number === 1 && place(token) === 0 && place(tokens[at - 1] ?? "") > 0
    return [number > 0 && !isOne ? { numbers: [number], text: token } : { text: token }]
  })
}

const through = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, more) => from + more)

/** "Erster" is like "erste". */
const isLike = (word: string, place: string) =>
  word.slice(0, 5) === place.slice(0, 5) && Math.abs(word.length - place.length) < 3
