import type { Item } from "../../protocol/document.ts"
import { told } from "../rank.ts"
import type { Label, Wording } from "../wording.ts"

/** What a line says beside its text. */
export type Field = { label: Label; values: readonly string[]; isOrdered?: true }

/** Those that only lines of its kind have and that somebody has filled in, in the order they are printed. Criteria are not among them. */
export function fields(item: Item, { labels, categories, evidence }: Wording): Field[] {
  switch (item.kind) {
    case "measure":
      return [
        ...one("metric", item.metric),
        ...one("baseline", item.baseline),
        ...one("target", item.target),
        ...one("method", item.method),
      ]
    case "role":
      return [
        ...one("job", item.job),
        ...many("may", item.may),
        ...many("mayNot", item.mayNot),
        ...one("count", item.count),
      ]
    case "scope":
    case "exclusion":
      return one("reason", item.reason)
    case "journey":
      return [
        ...one("role", item.role),
        ...one("start", item.start),
        ...(item.steps?.length
          ? [{ label: "steps", values: told(item.steps, item, { evidence }), isOrdered: true } as const]
          : []),
        ...one("end", item.end),
        ...one("failure", item.failure),
      ]
    case "requirement":
      return one("number", item.reference)
    case "rule":
      return [...one("example", item.example), ...one("exception", item.exception)]
    case "entity":
      return [
        ...many("attributes", item.attributes),
        ...one("personal", item.personal === undefined ? undefined : labels[item.personal ? "yes" : "no"]),
        ...one("retention", item.retention),
        ...one("volume", item.volume),
      ]
    case "integration":
      return [
        ...one("system", item.system),
        ...one("direction", item.direction && labels[item.direction]),
        ...one("data", item.data),
        ...one("failure", item.onFailure),
      ]
    case "quality":
      return [
        ...one("category", categories[item.category]),
        ...one("measure", item.measure),
        ...one("threshold", item.threshold),
        ...one("method", item.method),
      ]
    case "decision":
      return [...one("reason", item.reason), ...many("alternatives", item.alternatives), ...one("who", item.who)]
    case "assumption":
      return [...one("used", item.used), ...one("impact", item.impact)]
    case "risk":
      return [...one("cause", item.cause), ...one("effect", item.effect), ...one("mitigation", item.mitigation)]
    case "question":
      return [
        ...one("why", item.why),
        ...many("choices", item.choices),
        ...one("recommended", item.recommended),
        ...many("blocks", item.blocks),
        ...one("answer", item.answer),
      ]
    case "term":
      return one("meaning", item.meaning)
    default:
      return []
  }
}

/** What only an engineer asks about a line of any kind. */
export function background(item: Item): Field[] {
  const isQuestion = item.kind === "question"
  return [
    ...one("reason", item.rationale),
    ...many("serves", item.dependsOn),
    ...one("weight", isQuestion ? item.impact?.toString() : undefined),
    ...one("uncertainty", isQuestion ? item.uncertainty?.toString() : undefined),
  ]
}

const one = (label: Label, value: string | undefined): Field[] =>
  value === undefined ? [] : [{ label, values: [value] }]
const many = (label: Label, values: readonly string[] = []): Field[] => (values.length > 0 ? [{ label, values }] : [])
