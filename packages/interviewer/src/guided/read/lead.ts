import type { Language } from "./language.ts"
import type { Token } from "./token.ts"
import { words } from "./words.ts"

/** How many tokens in front only join a sentence to what was said before: 2 in "no, sorry, five". Never all of them. */
export function leading(found: Token[], language: Language): number {
  const lengths = new Map<number, number>()
  for (const { at, length, weight } of words(language).leads(found)) {
    const next = found[at + length]
    if (next && (weight === 2 || next.gap)) lengths.set(at, Math.max(length, lengths.get(at) ?? 0))
  }
  let first = 0
  for (let length = lengths.get(0); length !== undefined; length = lengths.get(first)) first += length
  return first
}
