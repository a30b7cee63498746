import type { Item, Source } from "@spec-wizard/core/protocol/document"
import type { Lexicon } from "../languages/language.ts"
import { type Quantity, quantities } from "../read/number.ts"
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
  const changes = byUnit(olds, news) ?? (byName ? [byName] : undefined)
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

/** Numbers of which one of the same unit stands in each; none where two may be meant. */
function byUnit(olds: readonly Found[], news: readonly Found[]): Change[] | undefined {
  const found: Change[] = []
  for (const old of olds) {
    const same = news.filter(({ unit, value }) => unit !== "" && unit === old.unit && value !== old.value)
    const [now] = same
    if (same.length > 1 || found.some((one) => one.now === now)) return undefined
    if (now) found.push({ old, now })
  }
  return found.length > 0 ? found : undefined
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
