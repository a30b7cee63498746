import { isAgreed } from "@spec-wizard/core/document/criterion"
import type { Item } from "@spec-wizard/core/protocol/document"
import { Sortable } from "@spec-wizard/core/protocol/operation"
import type { Meant } from "./meant.ts"

const isTheirs = ({ evidence }: Pick<Meant, "evidence">) => evidence === "stated" || evidence === "from_document"

/** What a change cannot do without. `missing`: quotes that nobody said; they do no harm where none is asked for. */
export function lacking(change: Meant, missing: readonly string[], old: Item | undefined): string | undefined {
  const { op, id, ids = [], kind, text, ears } = change
  const [unsaid] = missing
  const isProof =
    isTheirs(change) || op === "answer" || op === "dispute" || (old !== undefined && isAgreed(old) && op !== "link")
  if (unsaid !== undefined && isProof) return `“${unsaid}” does not stand in any message of the visitor`
  if (op !== "add" && op !== "ask" && op !== "dispute" && id === undefined && !(op === "sort" && ids.length > 0))
    return "names no line; give its id"
  switch (op) {
    case "add":
    case "ask":
      if (!kind) return "names no kind"
      if (!text && !ears) return "has no text"
      break
    case "supersede":
      if (!text && !ears) return "has no text"
      break
    case "retire":
      return change.reason || text || change.sources.length > 0 ? undefined : "gives no reason"
    case "answer":
      return text || change.sources.length > 0 ? undefined : "gives no text"
    case "link":
      return change.to ? undefined : "names no line to link to"
    case "sort":
      return Sortable.safeParse(kind).success ? undefined : "names no kind that a line can be sorted into"
    case "dispute":
      return ids.length > 0 || id !== undefined || change.sources.length > 1 ? undefined : "names no lines"
    case "addTo":
    case "removeFrom":
      return lists(change)
    case "set":
      return sets(change) ? undefined : "sets nothing that an interviewer may set"
  }
  if (isTheirs(change) && change.sources.length === 0) return `is ${change.evidence}, but quotes nothing`
  const empty = change.criteria?.find((criterion) => !criterion.text && !criterion.then)
  return empty ? "has a criterion with neither text nor then" : undefined
}

const sets = (change: Meant) => isTheirs(change) || hasFields(change)

const hasFields = ({ title, text, ears, priority, dependsOn, rationale, criteria, details }: Meant) =>
  [title, text, ears, priority, dependsOn, rationale, criteria].some((field) => field !== undefined) ||
  Object.keys(details ?? {}).length > 0

function lists({ op, field, values = [], criteria = [], details = {}, dependsOn = [] }: Meant): string | undefined {
  if (criteria.length > 0 && op === "addTo") return undefined
  if (Object.keys(details).length > 0 || dependsOn.length > 0) return undefined
  if (!field) return "names no list; give its field"
  return values.length > 0 ? undefined : "names no values"
}
