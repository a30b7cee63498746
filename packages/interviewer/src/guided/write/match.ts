import { type Document, type Item, isLive } from "@spec-wizard/core/protocol/document"
import type { Lexicon } from "../languages/language.ts"
import { type Quantity, quantities, shared, stems } from "../read/number.ts"
import { phrase } from "../read/phrase.ts"

/** What of a line may be found again in another. */
export type Features = { text: string; numbers: Quantity[]; stems: Set<string> }

export const featuresOf = (text: string, lexicon: Lexicon): Features => ({
  text,
  numbers: quantities(text, lexicon),
  stems: stems(text, lexicon),
})

/** How much speaks for it that a new sentence takes back an old one. */
export type Match = {
  item: Item
  score: number
  shared: number
  isNamed: boolean
  /** Its number is there with another of the same unit, and so is a word of it. */
  isRewritten: boolean
}

const NAMED = 4
const SAME_NUMBER = 3
const MOST_WORDS = 4

/** Lines that a sentence may mean, the likeliest first. */
export function matches({ items }: Document, sentence: string, lexicon: Lexicon): Match[] {
  const fresh = featuresOf(sentence, lexicon)
  const found = items
    .filter((item) => isLive(item) && !UNMEANT.has(item.kind))
    .map((item) => matchOf(item, fresh, lexicon))
  return found.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)
}

const UNMEANT = new Set<Item["kind"]>(["role", "question", "term"])

function matchOf(item: Item, fresh: Features, lexicon: Lexicon): Match {
  const old = featuresOf(item.text, lexicon)
  const common = shared(fresh.stems, old.stems)
  const isNamed = item.kind === "requirement" && item.reference !== undefined && names(fresh.text, item.reference)
  const same = old.numbers.filter(({ value }) => fresh.numbers.some((one) => one.value === value))
  const isSameUnit = old.numbers.some(
    ({ value, unit }) => unit !== "" && fresh.numbers.some((one) => one.unit === unit && one.value !== value),
  )
  const withUnit = same.some(
    ({ unit }) => unit !== "" && (fresh.numbers.some((one) => one.unit === unit) || fresh.stems.has(unit)),
  )
  const isRewritten = withUnit && isSameUnit
  const { money, numbers } = lexicon.slots
  const isMoney = [old.text, fresh.text].every((text) => phrase(money, numbers).test(text))
  const score =
    (isNamed ? NAMED : 0) +
    (withUnit ? SAME_NUMBER : Math.min(same.length, 1)) +
    (isRewritten ? SAME_NUMBER : isSameUnit ? 1 + Number(isMoney) : 0) +
    Math.min(common, MOST_WORDS)
  return { item, score, shared: common, isNamed, isRewritten: isRewritten && common > 1 }
}

/** A bare number is named only as one: "no. 4". */
function names(text: string, reference: string): boolean {
  const plain = reference.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
  const before = /^\d+$/.test(reference)
    ? "(?:#|n[or°º]\\.?|n(?:umb|umm|úm|um)e?r?[eo]?|p(?:oi|u)n[tk]t?o?) ?"
    : "(?<![\\p{L}\\p{N}.])"
  return new RegExp(`${before}${plain}(?![\\p{L}\\p{N}])(?!\\.\\d)`, "iu").test(text)
}
