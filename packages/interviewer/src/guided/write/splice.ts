import type { Item, Source } from "@spec-wizard/core/protocol/document"
import type { Lexicon } from "../languages/language.ts"
import { type Quantity, quantities } from "../read/number.ts"
import type { Words } from "./draft.ts"

/**
 * What a line says with the number that a sentence gives it now: "the deck may carry no more than 12 tonnes" and "not 12 but 20" are "The
 * deck may carry no more than 20 tonnes." Undefined where more than one number may be meant.
 */
export function spliced(line: Pick<Item, "text" | "sources">, fresh: Words, lexicon: Lexicon): Spliced | undefined {
  const news = fresh.sources.flatMap((source) => (source.context ? [] : numbersIn(source, lexicon)))
  const olds = line.sources.flatMap((source) => (source.context ? [] : numbersIn(source, lexicon)))
  const byName = named(olds, news)
  const change = onlyOne(olds, news, (old, now) => old.unit !== "" && old.unit === now.unit) ?? byName
  if (!change) return undefined
  const { old, now } = change
  const parts = line.text.split(old.quote.trim())
  if (parts.length !== 2) return undefined
  return {
    isNamed: byName !== undefined,
    words: {
      text: parts.join(now.quote.trim()),
      sources: [
        ...line.sources.flatMap((source) => (source === old.source ? around(source, old, now) : [source])),
        ...fresh.sources.map((source) => ({ ...source, context: true as const })),
      ],
    },
  }
}

/** `isNamed`: the old number is said again, and but one more. */
type Spliced = { words: Words; isNamed: boolean }
type Found = Quantity & { source: Source; quote: string }
type Change = { old: Found; now: Found }

const numbersIn = (source: Source, lexicon: Lexicon): Found[] =>
  quantities(source.quote, lexicon).map((one) => ({ ...one, source, quote: source.quote.slice(one.start, one.end) }))

function onlyOne(
  olds: readonly Found[],
  news: readonly Found[],
  isMeant: (old: Found, now: Found) => boolean,
): Change | undefined {
  const found = olds.flatMap((old) =>
    news.filter((now) => now.value !== old.value && isMeant(old, now)).map((now) => ({ old, now })),
  )
  return found.length === 1 ? found[0] : undefined
}

/** "Not 12 but 20": the old one is said again, and one more. */
const named = (olds: readonly Found[], news: readonly Found[]): Change | undefined =>
  news.length === 2 ? onlyOne(olds, news, ({ value }) => news.some((one) => one.value === value)) : undefined

/** The quote with the new number in the place of the old. */
function around(source: Source, old: Found, now: Found): Source[] {
  const part = (start: number, end: number): Source[] => {
    const quote = source.quote.slice(start, end)
    const inset = quote.length - quote.trimStart().length
    const words = quote.trim()
    const from = source.start + start + inset
    return /[\p{L}\p{N}]/u.test(words) ? [{ ...source, quote: words, start: from, end: from + words.length }] : []
  }
  const start = now.source.start + now.start
  const number = { ...now.source, quote: now.quote, start, end: start + now.quote.length }
  return [...part(0, old.start), number, ...part(old.end, source.quote.length)]
}
