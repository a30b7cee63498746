import { clean } from "@spec-wizard/core/text"

export type Raw = Record<string, unknown>

export const isObject = (value: unknown): value is Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Models fill in what they were not asked for with null, "" and []. Nothing that is meant stands deeper than this. */
export function withoutNothing(value: unknown, depth = 8): unknown {
  if (typeof value === "string") return clean(value)
  if (typeof value !== "object" || value === null) return value
  if (depth === 0) return undefined
  if (Array.isArray(value)) return value.map((inner) => withoutNothing(inner, depth - 1))
  const full = Object.entries(value).map(([name, inner]) => [name, withoutNothing(inner, depth - 1)] as const)
  return Object.fromEntries(full.filter(([name, inner]) => name === "changes" || !isNothing(inner)))
}

const isNothing = (value: unknown) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)

/** One where several may be. */
export const all = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/** Text, also of a number, and of an object that holds nothing else. */
export function wordsOf(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() || undefined
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  if (!isObject(value)) return undefined
  const texts = Object.values(value).filter((inner) => typeof inner === "string" && inner.trim() !== "")
  return texts.length === 1 ? wordsOf(texts[0]) : undefined
}

/** Words of a list; one text may hold several, a line each. */
export const wordList = (value: unknown): string[] =>
  all(value).flatMap((one) => {
    const words = wordsOf(one)
    if (words === undefined) return []
    const lines = words.split(/\s*[\n;]\s*/).map((line) => line.replace(/^(?:[-*•]|\d{1,2}[.)])\s+/, "").trim())
    return lines.filter((line) => line !== "")
  })

export function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return value
  const found = typeof value === "string" ? /\d+(?:\.\d+)?/.exec(value)?.[0] : undefined
  return found === undefined ? undefined : Number(found)
}

/** As it is spelt among `options`, whatever its case and whatever stands between its words. */
export function oneOf<T extends string>(options: readonly T[], value: unknown): T | undefined {
  const plain = plainly(value)
  return plain === "" ? undefined : options.find((option) => plainly(option) === plain)
}

export const plainly = (value: unknown): string =>
  typeof value === "string" ? value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "") : ""

/** Cut between words. */
export function abridged(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).toWellFormed()}…`
}
