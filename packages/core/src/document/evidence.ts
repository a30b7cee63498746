import type { Criterion, Document, Item, Source } from "../protocol/document.ts"
import { isAgreed, outcomeOf } from "./criterion.ts"
import { isVerbatim } from "./verbatim.ts"
import { beyond, isWithin, type Weight, weigh } from "./weight.ts"

type Language = Document["language"]

/** Fields that say nothing about the matter itself, or have evidence of their own. */
const BESIDE = new Set<string>([
  ...["id", "kind", "state", "evidence", "locked", "remark", "supersededBy", "addedIn", "changedIn", "sources", "cue"],
  ...["priority", "guesses", "dependsOn", "feature", "blocks", "criteria", "lastCriterion", "category", "pattern"],
])
/** Names for a line, by which nothing is claimed as long as no number or negation comes with them. */
const NAMES = new Set(["title"])

/** What a line claims to be so, field by field. Steps that are marked as a guess claim nothing. */
function claims(item: object): [field: string, words: string[]][] {
  const guessed = "guesses" in item ? ((item as Item).guesses?.steps ?? []) : []
  return Object.entries(item)
    .filter(([field]) => !BESIDE.has(field))
    .map(([field, value]) => [field, wordsIn(value).filter((words) => field !== "steps" || !guessed.includes(words))])
}

function wordsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return value === undefined ? [] : [String(value)]
  return Object.entries(value).flatMap(([field, inner]) => (BESIDE.has(field) ? [] : wordsIn(inner)))
}

/** Fields in which a negation may stand instead of in the words. */
function weightOf(item: Item, language?: Language): Weight {
  const weight = weigh(
    claims(item).flatMap(([, words]) => words),
    language,
  )
  const forbids = item.kind === "role" && (item.mayNot?.length ?? 0) > 0
  const excepts = item.kind === "rule" && item.exception !== undefined
  return { ...weight, denies: weight.denies || forbids, restricts: weight.restricts || excepts }
}

/** Where it stands says already that it is not to be: "no delivery" is "delivery" among what is left out. */
function asRead(item: Item, weight: Weight): Weight {
  const isOut =
    item.kind === "exclusion" || item.priority === "wont" || (item.kind === "scope" && item.when === "later")
  return isOut ? { ...weight, denies: true, restricts: true } : weight
}

const quotesIn = (sources: readonly Source[]) => sources.filter(({ context }) => !context).map(({ quote }) => quote)

/** "Only the staff" forbids it to others. */
const given = (weight: Weight): Weight => ({ ...weight, denies: weight.denies || weight.restricts })

/** Whether a line that is marked as said has the numbers and the negations of its quotes, all of them and no other. */
export function isCarried(item: Item, sources: readonly Source[], language: Language): boolean {
  const quotes = quotesIn(sources)
  return (
    isWithin(weightOf(item, language), given(weigh(quotes))) &&
    isWithin(weigh(quotes, language), asRead(item, weightOf(item)))
  )
}

/** The same of words that are to stand somewhere by what was quoted; they may be fewer. */
export const isMeant = (words: readonly string[], sources: readonly Source[], language: Language): boolean =>
  isWithin(weigh(words, language), weigh(quotesIn(sources)))

/** Whether a change says something else than the line did; that it only gets another name is none. */
export function saysOther(before: Item, after: Item): boolean {
  const told = (item: Item) =>
    JSON.stringify(
      claims(item)
        .filter(([field]) => !NAMES.has(field))
        .sort(),
    )
  return told(before) !== told(after)
}

/** Whether what a change brings is in its quotes, and what its quotes bring is in the line. */
export function isChangeCarried(before: Item, after: Item, sources: readonly Source[], language: Language): boolean {
  const quotes = quotesIn(sources)
  const news = beyond(weightOf(after, language), weightOf(before))
  return isWithin(news, given(weigh(quotes))) && isWithin(weigh(quotes, language), asRead(after, weightOf(after)))
}

/** Somebody's own words for a check, or a guess that says so. */
export const isOwnWords = (criterion: Omit<Criterion, "id">, language: Language): boolean =>
  !isAgreed(criterion) || isVerbatim(outcomeOf(criterion), criterion.sources, language)

const words = new Intl.Segmenter("und", { granularity: "word" })

/** Two words say something; one does where it is all that stands in its line, its cell, or its sentence. Half a number is none. */
export function isEnough({ quote, start, end }: Source, text: string | undefined): boolean {
  if (
    text !== undefined &&
    (/\d\d/.test(text.slice(start - 1, start + 1)) || /\d\d/.test(text.slice(end - 1, end + 1)))
  )
    return false
  if ([...words.segment(quote)].filter(({ isWordLike }) => isWordLike).length >= 2) return true
  if (text === undefined) return false
  const opens = BEGINNING.test(text.slice(0, start))
  const closes = END.test(`${/[.!?…]$/.test(quote) ? "." : ""}${text.slice(end)}`)
  return opens && closes
}
const BEGINNING = /(?:^|[\n|\t:]|[.!?…]["'”»)]*\s)(?:\s*(?:[-–—•*>#"'“„«(]+|\(?\d{1,3}[.)]))*\s*$/u
const END = /^["'”»)]*(?:[.!?…]+["'”»)]*(?:\s|$)|\s*(?:[\n|\t]|$))/u
