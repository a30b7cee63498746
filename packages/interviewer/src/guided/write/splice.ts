import type { Item, Source } from "@spec-wizard/core/protocol/document"
import type { Lexicon } from "../languages/language.ts"
import { type Quantity, quantities, shared, stems } from "../read/number.ts"
import { phrase } from "../read/phrase.ts"
import type { Words } from "./draft.ts"

/** `isNamed`: the old number is said again, and but one more. */
export type Spliced = { words: Words; isNamed: boolean }

/**
 * What a line says with the numbers that a sentence gives it now: "the deck may carry no more than 12 tonnes" and "not 12 but 20" are "The
 * deck may carry no more than 20 tonnes." Undefined where no number of it is meant, or it is not sure which.
 */
export function spliced(line: Pick<Item, "text" | "sources">, fresh: Words, lexicon: Lexicon): Spliced | undefined {
  // "5 hours instead of 20" is hoped for, and takes no number back.
  if (phrase(lexicon.cues.change, lexicon.slots.numbers).test(fresh.text)) return undefined
  const [olds, news] = [line, fresh].map(({ sources }) => sources.flatMap((source) => numbersIn(source, lexicon)))
  if (!olds || !news) return undefined
  const byName = named(olds, news)
  const changes = byUnit(olds, news, lexicon) ?? (byName ? [byName] : undefined)
  if (!changes) return undefined
  let text = line.text
  for (const { old, now } of changes) {
    const parts = text.split(old.quote)
    if (parts.length !== 2) return undefined
    text = parts.join(now.quote)
  }
  const context = fresh.sources.map((source) => ({ ...source, context: true as const }))
  const sources = line.sources.flatMap((source) =>
    around(
      source,
      changes.filter(({ old }) => old.source === source),
    ),
  )
  return { words: { text, sources: [...sources, ...context] }, isNamed: byName !== undefined }
}

type Found = Quantity & { source: Source; quote: string }
type Change = { old: Found; now: Found }

const numbersIn = (source: Source, lexicon: Lexicon): Found[] =>
  source.context
    ? []
    : quantities(source.quote, lexicon).map((one) => ({
        ...one,
        source,
        quote: source.quote.slice(one.start, one.end),
      }))

/**
 * Numbers of which one of the same unit stands in each; none where two may be meant. Of "a member £8, a guest £14" that one is meant whose
 * words are said again.
 */
function byUnit(olds: readonly Found[], news: readonly Found[], lexicon: Lexicon): Change[] | undefined {
  const found: Change[] = []
  for (const now of news) {
    const ofUnit = olds.filter(({ unit }) => unit !== "" && unit === now.unit)
    const same = ofUnit.length > 1 ? ofUnit.filter((one) => isAbout(one, olds, now, lexicon)) : ofUnit
    const [old] = same
    if (same.length > 1 || (ofUnit.length > 1 && !old) || found.some((one) => one.old === old)) return undefined
    if (old && old.value !== now.value) found.push({ old, now })
  }
  return found.length > 0 ? found : undefined
}

/** A word that matters stands before both numbers, and for the old one since the number before it. */
function isAbout(old: Found, olds: readonly Found[], now: Found, lexicon: Lexicon): boolean {
  const before = olds.filter(({ source, end }) => source === old.source && end <= old.start).at(-1)?.end ?? 0
  const words = stems(old.source.quote.slice(before, old.start), lexicon)
  return shared(words, stems(now.source.quote.slice(0, now.start), lexicon)) > 0
}

/** "Not 12 but 20": the old one is said again, and one more. "One" is said of anything. */
function named(olds: readonly Found[], news: readonly Found[]): Change | undefined {
  const [old, ...others] = olds.filter(({ value }) => value > 1 && news.some((one) => one.value === value))
  const now = news.find(({ value }) => value !== old?.value)
  return old && now && news.length === 2 && others.length === 0 ? { old, now } : undefined
}

/** The quote with new numbers in the place of the old. */
function around(source: Source, changes: readonly Change[]): Source[] {
  const found: Source[] = []
  let from = 0
  const put = (to: number) => {
    const quote = source.quote.slice(from, to)
    const start = source.start + from + quote.length - quote.trimStart().length
    const words = quote.trim()
    if (/[\p{L}\p{N}]/u.test(words)) found.push({ ...source, quote: words, start, end: start + words.length })
  }
  for (const { old, now } of changes) {
    put(old.start)
    const start = now.source.start + now.start
    found.push({ ...now.source, quote: now.quote, start, end: start + now.quote.length })
    from = old.end
  }
  put(source.quote.length)
  return found
}
