import type { Token } from "./token.ts"
import { fold } from "./token.ts"

/** `at` and `length` count tokens. */
export type Hit<Label> = { label: Label; at: number; length: number; weight: number }

type Word = { text: string; test: (word: string) => boolean }
type Pattern<Label> = { label: Label; words: Word[]; weight: number }

export type Matcher<Label> = (tokens: Token[]) => Hit<Label>[]

/**
 * Finds phrases in tokens. Patterns are separated by commas: `book*` a beginning, `*zahlung` an end, `*zahl*` a part, `log in` two words in
 * a row, `!refund` counts double, `/of course` finds nothing and hides what stands in it. Time grows with the text only: tokens are
 * compared, nothing backtracks.
 */
export function matcher<Label>(entries: Iterable<readonly [Label, string]>): Matcher<Label> {
  const exact = new Map<string, Pattern<Label>[]>()
  const starting = new Map<string, Pattern<Label>[]>()
  const loose: Pattern<Label>[] = []
  for (const [label, list] of entries)
    for (const text of normal(list).split(",")) {
      const parts = text.split(" ").filter(Boolean)
      const mark = parts[0]?.charAt(0)
      const weight = mark === "!" ? 2 : mark === "/" ? 0 : 1
      const first = weight === 1 ? parts[0] : parts[0]?.slice(1)
      if (first === undefined) continue
      const pattern = { label, words: [first, ...parts.slice(1)].map(compile), weight }
      if (!first.includes("*")) push(exact, first, pattern)
      else if (!first.startsWith("*") && first.length > PREFIX) push(starting, first.slice(0, PREFIX), pattern)
      else loose.push(pattern)
    }
  return (tokens) => {
    const hits: Hit<Label>[] = []
    const hidden = new Set<number>()
    const compare = (candidates: Pattern<Label>[], at: number) => {
      for (const { label, words, weight } of candidates) {
        if (!words.every((word, offset) => word.test(tokens[at + offset]?.word ?? ""))) continue
        if (weight > 0) hits.push({ label, at, length: words.length, weight })
        else for (let offset = 0; offset < words.length; offset++) hidden.add(at + offset)
      }
    }
    for (const [at, { word }] of tokens.entries()) {
      compare(exact.get(word) ?? [], at)
      compare(starting.get(word.slice(0, PREFIX)) ?? [], at)
      compare(loose, at)
    }
    return hidden.size > 0 ? hits.filter((hit) => !hidden.has(hit.at)) : hits
  }
}

/** As tokens are written: folded, "o'clock" as two words, "p99" too. A whole list at once, because that is much faster than word by word. */
const normal = (list: string) =>
  fold(list)
    .replace(/['’-]/g, " ")
    .replace(/([a-z])(?=\d)|(\d)(?=[a-z])/g, "$1$2 ")

const PREFIX = 3

function compile(part: string): Word {
  const text = part.replaceAll("*", "")
  const before = part.startsWith("*")
  const after = part.endsWith("*")
  if (before && after) return { text, test: (word) => word.includes(text) }
  if (before) return { text, test: (word) => word.endsWith(text) }
  if (after) return { text, test: (word) => word.startsWith(text) }
  return { text, test: (word) => word === text }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
