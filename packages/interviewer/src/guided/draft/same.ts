import { fold } from "../read/token.ts"

/** What a line says, for comparing: its longer words by their beginning, its numbers, and whether it denies something. */
export type Content = { words: Set<string>; numbers: Set<string>; denies: boolean }

const DENIAL = new Set(
  "no not never none nobody cannot without don doesn won nicht kein keine keinen nie niemand ohne nunca sin ningun ningún nadie ne pas jamais aucun aucune sans".split(
    " ",
  ),
)

export function content(text: string): Content {
  const words = new Set<string>()
  const numbers = new Set<string>()
  let denies = false
  for (const piece of text.split(/[^\p{L}\p{M}\p{N}]+/u)) {
    const word = fold(piece)
    if (/\p{N}/u.test(word)) numbers.add(word)
    else if (DENIAL.has(word)) denies = true
    // "SMS" and "API" say as much as a long word.
    else if (word.length > 3 || /^\p{Lu}{2,}$/u.test(piece)) words.add(word.slice(0, 6))
  }
  return { words, numbers, denies }
}

export const shared = (a: Content, b: Content): number => [...a.words].filter((word) => b.words.has(word)).length

const NEARLY = 0.8

/** Says nothing that `known` does not say. */
export function isToldBy(known: Content, told: Content): boolean {
  if (known.denies !== told.denies || [...told.numbers].some((number) => !known.numbers.has(number))) return false
  if (told.words.size === 0) return told.numbers.size > 0 || known.words.size === 0
  return shared(known, told) >= told.words.size * NEARLY
}

/** The same in nearly the same words, and with the same numbers. */
export const isSame = (a: Content, b: Content): boolean => isToldBy(a, b) && isToldBy(b, a)
