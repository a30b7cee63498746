import { type Document, type Item, type ItemOf, isLive, type Kind } from "../protocol/document.ts"
import type { Gap, Missing, Readiness } from "../protocol/readiness.ts"
import { isAgreed, isChecked } from "./criterion.ts"
import { isPartlyGuessed, rankOf } from "./rank.ts"
import { unsettled } from "./retention.ts"
import { hasNumber } from "./weight.ts"

/** What a rough estimate cannot do without. */
const FOR_ESTIMATE = new Set<Gap>(["summary", "goal", "role", "journey", "requirements"])

const MIN_REQUIREMENTS = 3

/** Computed from the lines alone, by the rules that docs/specification.md publishes. */
export function readiness(document: Pick<Document, "items" | "language">): Readiness {
  const live = document.items.filter(isLive)
  const missing = [
    ...absent(live),
    ...UNCLEAR.flatMap(([code, is]) => live.filter(is).map(({ id }): Missing => ({ code, line: id }))),
    ...unsettled(document).map((id): Missing => ({ code: "retention.deletion", line: id })),
  ]
  const isEstimable = !missing.some(({ code }) => FOR_ESTIMATE.has(code))
  return { level: missing.length === 0 ? "build" : isEstimable ? "estimate" : "not-yet", missing }
}

/** What nobody has spoken of yet. */
function absent(live: readonly Item[]): Missing[] {
  const of = <K extends Kind>(kind: K) => live.filter((item): item is ItemOf<K> => item.kind === kind)
  const missing: Missing[] = []
  const need = (holds: boolean, code: Gap, line?: string) => {
    if (!holds) missing.push({ code, ...(line && { line }) })
  }
  need(of("summary").length > 0, "summary")
  need(of("goal").length > 0, "goal")
  const measures = of("measure")
  need(measures.length > 0, "measure")
  if (measures.length > 0) need(measures.some(isMeasurable), "measure.number", measures[0]?.id)
  need(of("role").length > 0, "role")
  need(of("exclusion").length > 0, "exclusion")
  need(of("journey").length > 0, "journey")
  need(of("requirement").filter(isWanted).length >= MIN_REQUIREMENTS, "requirements")
  need(of("entity").length > 0, "entity")
  const answered = new Set(of("quality").map((item) => item.category))
  for (const category of ["security", "privacy", "accessibility"] as const)
    need(answered.has(category), `quality.${category}`)
  return missing
}

/** Nobody called it less, and nobody has agreed how it is checked. */
const isUnproven = (item: Item) =>
  item.kind === "requirement" && (rankOf(item) ?? "must") === "must" && !isChecked(item)

const isUnhappy = ({ criteria }: ItemOf<"requirement">) => criteria.some((criterion) => criterion.case !== "happy")

/** Nobody has said or confirmed it, or a check of it; a question claims nothing. */
const hasGuess = (item: Item) =>
  item.kind !== "question" &&
  (!isAgreed(item) || isPartlyGuessed(item) || (item.kind === "requirement" && !item.criteria.every(isAgreed)))

const isWanted = (item: Item) => rankOf(item) !== "wont"

/** What stands in the way of building a line, in the order in which it is asked. */
const UNCLEAR: readonly [Gap, (item: Item) => boolean][] = [
  ["unsorted", ({ kind }) => kind === "unsorted"],
  ["disputed", ({ state }) => state === "disputed"],
  ["question.blocking", (item) => isOpen(item) && isBlocking(item)],
  ["criterion.agreed", isUnproven],
  [
    "criterion",
    (item) => item.kind === "requirement" && isWanted(item) && item.criteria.length === 0 && !isUnproven(item),
  ],
  [
    "criterion.unhappy",
    (item) => item.kind === "requirement" && rankOf(item) === "must" && isChecked(item) && !isUnhappy(item),
  ],
  ["guess", hasGuess],
]

const isMeasurable = (item: ItemOf<"measure">) => hasNumber(item.target ?? "", item.text)

/** An open question holds the building up when something depends on it, or when much does and little is known. */
export const isBlocking = (question: ItemOf<"question">): boolean =>
  (question.blocks?.length ?? 0) > 0 || (question.impact ?? 0) * (question.uncertainty ?? 0) >= 64

export const isOpen = (item: Item): item is ItemOf<"question"> =>
  item.kind === "question" && item.state !== "accepted" && isLive(item)
