import type { Document, Item } from "@spec-wizard/core/protocol/document"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import type { Lexicon } from "../languages/language.ts"
import { shared, stems } from "../read/number.ts"
import { phrase } from "../read/phrase.ts"
import { asked, type Line } from "./contradict.ts"
import { CORRECTION, draftOf, inherited, type Words } from "./draft.ts"
import { matches } from "./match.ts"
import { spliced } from "./splice.ts"
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
 * both stand and the visitor is asked. A number that is taken back is put into the line it stood in. Undefined where no line may be meant.
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
      ? all.filter(({ item, shared }) => isLeftOut(item) && shared >= LEAST_SHARED)
      : []
  const [best, next] = back.length > 0 ? back : isOut ? all.filter(({ item }) => !isLike(item, verdict)) : all
  const isChange = taking !== "unsaid" && (isOut || back.length > 0)
  if (!best || (best.score < (isChange ? 1 : WORTH_ASKING[taking]) && !best.isRewritten)) return undefined
  const certain =
    best.score >= (isChange ? LEAST_SHARED : CERTAIN[taking]) &&
    best.score > (next?.score ?? 0) &&
    (best.isNamed || best.shared > 0 || best.score >= CERTAIN[taking] + 1)
  const told = back.length > 0 ? WANTED : verdict
  const inPlace = withSubject(best.item, words)
  const draft =
    (isChange ? undefined : inherited(best.item, inPlace, lexicon)) ?? (told && draftOf(told, words, lexicon))
  if (taking === "sure" && !isChange && (certain || best.isRewritten) && best.item.locked === "none") {
    const anew = spliced(best.item, words, lexicon)
    const item = anew && inherited(best.item, anew.words, lexicon)
    if (item) return [{ op: "supersede", id: best.item.id, item, as: handle }]
  }
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

/**
 * The last sentence of the same message whose number this one takes back, and with the new number in it where that is sure: "eleven shops …
 * no, twelve".
 */
export function rewritten(
  before: readonly Line[],
  fresh: Words,
  taking: Taking,
  lexicon: Lexicon,
): { line: Line; words?: Words } | undefined {
  if (taking === "unsaid") return undefined
  const about = stems(fresh.text, lexicon)
  const isShort = fresh.text.split(/\s+/).length <= SHORT
  for (const line of before.toReversed()) {
    const found = spliced(line.words, fresh, lexicon)
    const common = shared(about, stems(line.words.text, lexicon))
    const least = found?.isNamed ? (isShort ? 0 : 1) : isShort ? 1 : LEAST_SHARED
    if (!found || common < least) continue
    return found.isNamed || taking === "sure" ? { line, words: found.words } : { line }
  }
  return undefined
}

const SHORT = 7

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
