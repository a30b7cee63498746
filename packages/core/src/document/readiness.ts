import { type Document, type Item, type ItemOf, isLive, type Kind } from "../protocol/document.ts"
import type { Gap, Missing, Readiness } from "../protocol/readiness.ts"

/** What a rough estimate cannot do without. */
const FOR_ESTIMATE = new Set<Gap>(["summary", "goal", "role", "journey", "requirements"])

const MIN_REQUIREMENTS = 3

/** Computed from the lines alone, by the rules that the document's "ready when" column publishes (docs/specification.md). */
export function readiness({ items }: Pick<Document, "items">): Readiness {
  const live = items.filter(isLive)
  const of = <K extends Kind>(kind: K) => live.filter((item): item is ItemOf<K> => item.kind === kind)
  const missing: Missing[] = []
  const need = (holds: boolean, code: Gap, line?: string) => {
    if (!holds) missing.push({ code, ...(line && { line }) })
  }
  const requirements = of("requirement").filter((item) => item.priority !== "wont")
  need(of("summary").length > 0, "summary")
  need(of("goal").length > 0, "goal")
  const measures = of("measure")
  need(measures.length > 0, "measure")
  if (measures.length > 0) need(measures.some(isMeasurable), "measure.number", measures[0]?.id)
  need(of("role").length > 0, "role")
  need(of("exclusion").length > 0, "exclusion")
  need(of("journey").length > 0, "journey")
  need(requirements.length >= MIN_REQUIREMENTS, "requirements")
  for (const item of requirements) {
    if (item.criteria.length === 0) need(false, "criterion", item.id)
    else if (item.priority === "must")
      need(
        item.criteria.some((criterion) => criterion.case !== "happy"),
        "criterion.unhappy",
        item.id,
      )
  }
  need(of("entity").length > 0, "entity")
  const answered = new Set(of("quality").map((item) => item.category))
  for (const category of ["security", "privacy", "accessibility"] as const)
    need(answered.has(category), `quality.${category}`)
  for (const question of of("question"))
    need(question.state === "accepted" || !isBlocking(question), "question.blocking", question.id)
  for (const item of live) need(item.state !== "disputed", "disputed", item.id)
  const isEstimable = !missing.some(({ code }) => FOR_ESTIMATE.has(code))
  return { level: missing.length === 0 ? "build" : isEstimable ? "estimate" : "not-yet", missing }
}

const isMeasurable = (item: ItemOf<"measure">) => /\d/.test(item.target ?? "") || /\d/.test(item.text)

/** An open question holds the building up when something depends on it, or when much does and little is known. */
export const isBlocking = (question: ItemOf<"question">): boolean =>
  (question.blocks?.length ?? 0) > 0 || (question.impact ?? 0) * (question.uncertainty ?? 0) >= 64

export const isOpen = (item: Item): item is ItemOf<"question"> =>
  item.kind === "question" && item.state !== "accepted" && isLive(item)
