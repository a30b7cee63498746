import type { Token } from "./token.ts"
import { fold } from "./token.ts"

/** `at` and `length` count tokens. */
export type Hit<Label> = { label: Label; at: number; length: number; weight: number }

type Word = { text: string; test: (word: string) => boolean }
type Pattern<Label> = { label: Label; words: Word[]; weight: number }

/**
 * Finds phrases in tokens. Patterns are separated by commas and written without accents: `book*` a beginning, `*zahlung` an end, `*zahl*`
 * a part, `log in` two words in a row, `!refund` counts double. Time grows with the text only: tokens are compared, nothing backtracks.
 */
export function matcher<Label>(entries: Iterable<readonly [Label, string]>): (tokens: Token[]) => Hit<Label>[] {
  const exact = new Map<string, Pattern<Label>[]>()
  const starting = new Map<string, Pattern<Label>[]>()
  const loose: Pattern<Label>[] = []
  for (const [label, list] of entries)
    for (const source of list.split(",")) {
      const text = source.trim()
      if (text === "") continue
      const strong = text.startsWith("!")
      const parts = fold(strong ? text.slice(1) : text)
        .replace(/['’-]/g, " ")
        .replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, " ") // tokens part "p99", too
        .split(" ")
        .filter(Boolean)
      const first = parts[0]
      if (first === undefined) continue
      const pattern = { label, words: parts.map(compile), weight: strong ? 2 : 1 }
      if (!first.includes("*")) push(exact, first, pattern)
      else if (!first.startsWith("*") && first.length > PREFIX) push(starting, first.slice(0, PREFIX), pattern)
      else loose.push(pattern)
    }
  return (tokens) => {
    const hits: Hit<Label>[] = []
    for (const [at, token] of tokens.entries())
      for (const candidates of [exact.get(token.word), starting.get(token.word.slice(0, PREFIX)), loose])
        for (const { label, words, weight } of candidates ?? [])
          if (words.every((word, offset) => word.test(tokens[at + offset]?.word ?? "")))
            hits.push({ label, at, length: words.length, weight })
    return hits
  }
}

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
