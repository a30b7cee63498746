import { type Document, type Item, isLive, type Source } from "@spec-wizard/core/protocol/document"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import type { Lexicon } from "../languages/language.ts"
import { shared } from "../read/number.ts"
import { phrase } from "../read/phrase.ts"
import { clip } from "./draft.ts"
import { featuresOf } from "./match.ts"

/** A line of the document, one that is new with this message by its handle, or a sentence that stays unsorted. */
export type Line = { words: Pick<Item, "text" | "sources">; kind?: Item["kind"]; id?: string }

const MAX_SOURCES = 20

/** Asks which of two sayings holds, with both in the visitor's words. */
export function asked(old: Line, fresh: Line, { slots }: Lexicon): Extract<Operation.Proposal, { op: "ask" }> {
  const [first, second] = [clip(old.words.text), clip(fresh.words.text)]
  const lines = [old, fresh].filter(({ id }) => id !== undefined)
  const sources: Source[] = lines.flatMap(({ words }) => words.sources.map(({ context: _, ...source }) => source))
  const item = { kind: "question", evidence: "inferred", cue: "contradiction", impact: 8, uncertainty: 8 } as const
  const blocks = old.id && !old.id.startsWith("$") ? { blocks: [old.id] } : {}
  const told = { text: slots.which(first, second), choices: [first, second], sources: sources.slice(0, MAX_SOURCES) }
  return { op: "ask", item: { ...item, ...told, ...blocks, dependsOn: lines.flatMap(({ id }) => id ?? []) } }
}

/** A question for each new line that cannot hold beside another: free and paid, two limits, a limit and what is allowed beyond it. */
export function contradictions(
  { items }: Document,
  fresh: readonly Line[],
  gone: ReadonlySet<string>,
  lexicon: Lexicon,
): Operation.Proposal[] {
  const standing = items.filter((item) => isLive(item) && !gone.has(item.id))
  const lines: Line[] = standing.map((item) => ({ words: item, kind: item.kind, id: item.id }))
  const isMeant = ({ kind }: Line) => !kind || MEANT.has(kind)
  const all = (fresh.length > 0 ? [...lines, ...fresh] : []).filter(isMeant)
  const before: (Line & { claim: Claim })[] = []
  return all.flatMap((line) => {
    const claim = claimOf(line.words.text, lexicon)
    const isNew = fresh.includes(line)
    const others = before.filter(
      (one) => isNew && (one.id || line.id) && !isNextTo(one, line) && cannotBoth(one.claim, claim, lexicon),
    )
    const [other] = others.sort((a, b) => shared(b.claim.stems, claim.stems) - shared(a.claim.stems, claim.stems))
    before.push({ ...line, claim })
    return other ? [asked(other, line, lexicon)] : []
  })
}

/** Clauses of one sentence agree: "free until the day before; after that it costs 8 euros". */
const isNextTo = (one: Line, other: Line): boolean =>
  one.words.sources.some(({ messageId, quote, end }) =>
    other.words.sources.some(
      (next) => next.messageId === messageId && next.start >= end && next.start <= end + 1 && !/[.!?]$/.test(quote),
    ),
  )

const MEANT = new Set<Item["kind"]>([
  "requirement",
  "rule",
  "quality",
  "constraint",
  "entity",
  "exclusion",
  "context",
  "question",
])

/** What a line says that another may not agree with. */
type Claim = ReturnType<typeof claimOf>

function claimOf(text: string, lexicon: Lexicon) {
  const { cues, slots } = lexicon
  const has = (words: string) => phrase(words, slots.numbers).test(text)
  const isFree = has(cues.free)
  const limits = has(cues.limit) || has(cues.nobody)
  return {
    ...featuresOf(text, lexicon),
    isFree,
    pays: !isFree && !has(cues.budget) && has(cues.pays),
    hasMoney: has(slots.money),
    limits,
    allows: !limits && has(cues.allowed),
  }
}

function cannotBoth(one: Claim, other: Claim, { slots, roles }: Lexicon): boolean {
  const isLoose = (word: string) => [slots.duration, slots.money, roles.anybody].some((words) => words.includes(word))
  const common = shared(new Set([...one.stems].filter((word) => !isLoose(word))), other.stems)
  const isPaid = (one.isFree && other.pays) || (other.isFree && one.pays)
  if (common > 0 && (one.hasMoney || other.hasMoney) && isPaid) return true
  const isLimit = (one.limits && (other.limits || other.allows)) || (other.limits && one.allows)
  const units = new Set([...one.numbers, ...other.numbers].map(({ unit }) => unit))
  const isNamed = (word: string) => !units.has(word) && !roles.anybody.includes(word)
  const beside = shared(new Set([...one.stems].filter(isNamed)), other.stems)
  const isOther = one.numbers.some(({ value, unit }) => {
    const isNear = one.limits && other.limits ? common > 1 + Number(isLoose(unit)) : beside + Number(!isLoose(unit)) > 0
    return unit !== "" && isNear && other.numbers.some((two) => two.unit === unit && two.value !== value)
  })
  return isLimit && isOther
}
