import type { Document, Item } from "@spec-wizard/core/protocol/document"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import type { Lexicon } from "../languages/language.ts"
import { type Quantity, quantities, shared, stems } from "../read/number.ts"
import { phrase } from "../read/phrase.ts"
import { asked, type Line } from "./contradict.ts"
import { CORRECTION, draftOf, inherited, type Words } from "./draft.ts"
import { lastSaid, matches } from "./match.ts"
import type { Verdict } from "./verdict.ts"

/** What speaks for it that a sentence takes something back: it says so, for certain or perhaps, or nothing but what stands in it. */
export type Taking = "sure" | "maybe" | "unsaid"

export function takingBack(said: string, { acts, cues, slots }: Lexicon): Taking {
  const text = said.replace(phrase(acts.repeat), "")
  if (phrase(cues.correct, slots.numbers).test(text)) return "sure"
  const isMaybe = [cues.correctsMaybe, cues.included].some((words) => phrase(words, slots.numbers).test(text))
  return isMaybe ? "maybe" : "unsaid"
}

/** So much, and so much more than for the next line, makes a match certain. What says nothing of it never takes a line's place. */
const CERTAIN = { sure: 3, maybe: 4, unsaid: Number.POSITIVE_INFINITY }
/** Of a thing that is left out, or wanted after all, so many words are enough. */
const LEAST_SHARED = 2
const WORTH_ASKING = { sure: 1, maybe: 2, unsaid: Number.POSITIVE_INFINITY }

/**
 * What a sentence that takes something back does: with a certain match the new line stands in place of the old and is what that was; else
 * both stand and the visitor is asked, of what shares no word with any line about what was said last. Undefined where no line may be meant.
 */
export function corrected(
  document: Document,
  words: Words,
  verdict: Verdict | undefined,
  taking: Taking,
  lexicon: Lexicon,
  handle: `$${string}`,
): Operation.Proposal[] | undefined {
  const isOut = verdict?.kind === "exclusion" || (verdict?.kind === "scope" && verdict.isLater === true)
  const all = matches(document, words.text, lexicon)
  const back =
    taking !== "unsaid" && phrase(lexicon.cues.included).test(words.text)
      ? all.filter(({ item }) => isLeftOut(item))
      : []
  const [likely, next] = back.length > 0 ? back : isOut ? all.filter(({ item }) => !isLike(item, verdict)) : all
  const isChange = taking !== "unsaid" && (isOut || back.length > 0)
  const isWorth = likely && (likely.score >= (isChange ? 1 : WORTH_ASKING[taking]) || likely.isRewritten)
  const best = isWorth ? likely : taking === "sure" && !isOut ? lastSaid(document) : undefined
  if (!best) return undefined
  const certain =
    best.score >= (isChange ? LEAST_SHARED : CERTAIN[taking]) &&
    best.score > (next?.score ?? 0) &&
    (best.isNamed || best.shared > 0 || best.score >= CERTAIN[taking] + 1)
  const told = back.length > 0 ? WANTED : verdict
  const inPlace = withSubject(best.item, words)
  const draft =
    (isChange ? undefined : inherited(best.item, inPlace, lexicon)) ?? (told && draftOf(told, words, lexicon))
  const isSafe = !saysTwo(best.item, lexicon) && best.item.locked === "none"
  if (certain && draft && isSafe && (isChange || saysAll(best.item, inPlace, lexicon)))
    return [{ op: "supersede", id: best.item.id, item: draft, as: handle }]
  const isNew = certain || best.isRewritten || phrase("#", lexicon.slots.numbers).test(words.text)
  const line = certain
    ? draft
    : told
      ? draftOf(told, words, lexicon)
      : isNew
        ? inherited(best.item, words, lexicon)
        : undefined
  return [
    ...(line ? [{ op: "add" as const, item: line, as: handle }] : []),
    asked({ words: best.item, id: best.item.id }, { words, ...(line && { id: handle }) }, lexicon),
  ]
}

/** The last sentence of the same message with a number that stands here beside another one of the same: "eleven, no, twelve shops". */
export function rewritten(before: readonly Line[], { text }: Words, lexicon: Lexicon): Line | undefined {
  const fresh = quantities(text, lexicon)
  const isBoth = ({ value, unit }: Quantity) =>
    unit !== "" &&
    fresh.some((one) => one.unit === unit && one.value === value) &&
    fresh.some((one) => one.unit === unit && one.value !== value)
  return before.findLast(({ words }) => {
    const old = quantities(words.text, lexicon)
    return (
      old.some(isBoth) && fresh.some(({ value, unit }) => !old.some((one) => one.unit === unit && one.value === value))
    )
  })
}

/** The words of a correction, with those it corrects beside them. */
export const inPlaceOf = (old: Line["words"], { text, sources }: Words): Words => ({
  text,
  sources: [...sources, ...old.sources.map((source) => ({ ...source, context: true as const }))],
})

/** What takes back that something was left out. */
const WANTED: Verdict = { kind: "requirement", cue: CORRECTION }
const isLike = (item: Item, { kind }: Verdict) => item.kind === "exclusion" || (kind === "scope" && isLeftOut(item))
const isLeftOut = (item: Item) => item.kind === "exclusion" || (item.kind === "scope" && item.when === "later")

/** "Dispatcher: …" stays the dispatcher's. */
function withSubject({ text, sources }: Item, words: Words): Words {
  const [first, ...rest] = sources.filter(({ context }) => !context)
  if (!first || rest.length === 0 || !text.toLowerCase().startsWith(`${first.quote.toLowerCase()}:`)) return words
  return { text: `${text.slice(0, first.quote.length)}: ${words.text}`, sources: [first, ...words.sources] }
}

/** No word that matters would be lost with the old line: of a few one may be missing. */
function saysAll({ text }: Item, words: Words, lexicon: Lexicon): boolean {
  const old = stems(text, lexicon)
  return old.size - shared(old, stems(words.text, lexicon)) <= (old.size < FEW ? 1 : 0)
}
const FEW = 3

/** Two things in one line, or more words of its sentence with it: what is not meant would be lost with the other. */
function saysTwo({ text, sources }: Item, { slots }: Lexicon): boolean {
  const beside = sources.flatMap(({ context, quote }) => (context ? quote.split(/\s+/).length : []))
  const parts = text
    .split(phrase(`[,;]? (?:${slots.joins.trim()}) |[;.] `))
    .filter((part) => part.split(/\s+/).length > FEW)
  return parts.length > 1 || Math.max(0, ...beside) > MAX_BESIDE
}

const MAX_BESIDE = 4
