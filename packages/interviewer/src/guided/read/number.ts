import type { Lexicon } from "../languages/language.ts"
import { every, phrase } from "./phrase.ts"

/** "1.450 películas" is 1450 of `pelic`; from `start` to `end` stands the number itself. */
export type Quantity = { value: number; unit: string; start: number; end: number }

const STEM = 5
const NEAR = 40
const PLURAL = ["s", "e", "x", "n"]

/** The beginning of a word, without accents: what its forms share. */
export const stem = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().slice(0, STEM)

/** Numbers of a text in digits or in words, with the word that follows each. */
export function quantities(text: string, { slots }: Lexicon): Quantity[] {
  const words = slots.numbers.split(/\s+/)
  const found: Quantity[] = []
  for (const { 0: said, index } of text.matchAll(every("#", slots.numbers))) {
    if (/^\d+\.$/.test(said) && /^\s\p{L}/u.test(text.slice(index + said.length))) continue
    const next =
      /[€$£](?=\s?$)/u.exec(text.slice(0, index).slice(-2))?.[0] ??
      /^\s*(%|°|[€$£]|[\p{L}]+)/u.exec(text.slice(index + said.length, index + said.length + NEAR))?.[1] ??
      ""
    const word = words.indexOf(said.toLowerCase().trim())
    const value = /\d/.test(said) ? amountOf(said) : word
    const { length } = said.replace(/[\s.,'’]+$/u, "")
    if (value >= 0) found.push({ value, unit: stem(next), start: index, end: index + length })
  }
  return found
}

/** "1.450", "1,450", "14 000" are whole; "2,5" is not. */
function amountOf(said: string): number {
  const digits = said.replace(/[.,'’\u00a0\u202f\s]+$/, "").replace(/['’\u00a0\u202f\s]/g, "")
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits)
  return Number(isGrouped ? digits.replace(/[.,]/g, "") : digits.replace(",", "."))
}

/** How many beginnings two texts share; "jour" is the beginning of "journées". */
export const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((a) => [...other].some((b) => a === b || PLURAL.some((end) => a === b + end || b === a + end))).length

/** Words that say what a text is about, by their beginnings. */
export function stems(text: string, { slots }: Lexicon): Set<string> {
  const stop = phrase(`^(?:${slots.stop.trim()}|#)$`, slots.numbers)
  const words = text.match(/\p{L}[\p{L}\p{M}]{3,}|\p{Lu}{2,}/gu) ?? []
  return new Set(words.filter((word) => !stop.test(word)).map(stem))
}
