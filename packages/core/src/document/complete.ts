import { type Criterion, type Guesses, type ID, Item, type Source } from "../protocol/document.ts"
import type * as Operation from "../protocol/operation.ts"
import { isAgreed } from "./criterion.ts"
import { ProposalRefusedError } from "./error.ts"
import { isCarried, isChangeCarried, isOwnWords } from "./evidence.ts"
import { check, joined, type Resolution } from "./resolution.ts"
import { isRunOf, isVerbatim } from "./verbatim.ts"

/** A new line, numbered and complete. `old`: the one whose place it takes; `ranked`: where somebody said how much it is wanted. */
export function complete(
  on: Resolution,
  draft: Operation.Draft,
  { old, ranked = [] }: { old?: Item; ranked?: readonly Source[] | undefined } = {},
): Item {
  const id = on.next(draft.kind)
  const isTheirs = draft.evidence === "stated" || draft.evidence === "from_document"
  on.quoted([...draft.sources, ...ranked], id, isTheirs)
  check(draft.evidence !== "confirmed", "evidence", id)
  check(draft.kind !== "unsorted", "shape", id)
  const named = (names: readonly string[]) => names.map((name) => reference(on, name, id)).filter((one) => one !== id)
  const item = {
    ...draft,
    ...(draft.kind === "requirement" && {
      ...(draft.feature !== undefined && { feature: reference(on, draft.feature, id) }),
      criteria: numbered(id, draft.criteria),
    }),
    ...(draft.kind === "question" && draft.blocks && { blocks: named(draft.blocks) }),
    sources: joined(draft.sources, ranked),
    id,
    dependsOn: named(draft.dependsOn),
    state: isTheirs && draft.kind !== "question" ? "accepted" : "proposed",
    locked: "none",
    addedIn: on.version,
    changedIn: on.version,
  }
  const guesses = isTheirs && !on.facts.isVerbatim ? guessesOf(draft, ranked, old) : undefined
  const parsed = parse({ ...item, ...(guesses && { guesses }) })
  const checks = parsed.kind === "requirement" ? parsed.criteria : []
  for (const criterion of checks) checked(on, criterion, parsed.id, old)
  if (!isTheirs || parsed.kind === "question") return parsed
  if (on.facts.isVerbatim) {
    const isSaid = parsed.evidence !== "stated" || isVerbatim(parsed.text, parsed.sources, on.document.language)
    check(isSaid, "words", id)
  } else {
    const { language } = on.document
    check(draft.sources.length > 0, "quote", id)
    // What it takes over from the line before it was carried there.
    const holds =
      old && isAgreed(old)
        ? isChangeCarried(old, parsed, draft.sources, language)
        : isCarried(parsed, draft.sources, language)
    check(holds, "words", id)
  }
  return parsed
}

/** @throws {ProposalRefusedError} */
export function parse(item: object): Item {
  const { data, error } = Item.safeParse(item)
  if (data) return data
  const id = "id" in item ? String(item.id) : ""
  throw new ProposalRefusedError("shape", `${id}.${error?.issues[0]?.path.join(".")}`)
}

/** A line that may be named; what takes its own predecessor's name names nobody. */
export function reference(on: Resolution, name: string, id: ID): string {
  const one = on.named(name)
  check(on.there.has(one) && (one !== id || name !== id), "dangling", `${id} on ${name}`)
  return one
}

export function numbered(id: ID, criteria: readonly Omit<Criterion, "id">[], last = 0): Criterion[] {
  const number = id.slice(id.indexOf("-") + 1)
  return criteria.map((criterion, index) => ({ ...criterion, id: `AC-${number}.${last + index + 1}` }))
}

/** A check that claims to be theirs has their words; one that the line had already is as it was. */
export function checked(on: Resolution, criterion: Criterion, subject: string, old?: Item): void {
  const { id: _, ...own } = criterion
  const isOld =
    old?.kind === "requirement" && old.criteria.some(({ id: _, ...one }) => JSON.stringify(one) === JSON.stringify(own))
  if (isOld) return
  on.quoted(criterion.sources, subject, isAgreed(criterion))
  check(criterion.evidence !== "confirmed", "evidence", subject)
  check(on.facts.isVerbatim === true || isOwnWords(criterion, on.document.language), "words", subject)
}

/** Priority and steps go by evidence of their own: what nobody said is a guess, however sure the line is. */
function guessesOf(
  { priority, sources, ...draft }: Operation.Draft,
  ranked: readonly Source[],
  old: Item | undefined,
): Guesses | undefined {
  const wasRanked = old !== undefined && isAgreed(old) && old.priority === priority && !old.guesses?.priority
  const known = old?.kind === "journey" ? (old.steps ?? []).filter((step) => !old.guesses?.steps?.includes(step)) : []
  const isSaid = (step: string) => known.includes(step) || sources.some(({ quote }) => isRunOf(step, quote))
  const steps = draft.kind === "journey" ? (draft.steps ?? []).filter((step) => !isSaid(step)) : []
  const isRankGuessed = priority !== undefined && ranked.length === 0 && !wasRanked
  if (!isRankGuessed && steps.length === 0) return undefined
  return { ...(isRankGuessed && { priority: true as const }), ...(steps.length > 0 && { steps }) }
}
