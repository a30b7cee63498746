import { isBlocking, isOpen, readiness } from "@spec-wizard/core/document/readiness"
import { type Document, type Item, isLive } from "@spec-wizard/core/protocol/document"
import { shortened } from "./data.ts"

/** Characters the document may take in a prompt: some 4,000 tokens, however long it is. */
export const MAX_DOCUMENT = 14_000
const MAX_LINE = 260
const MAX_REMARK = 80
const MAX_DROPPED = 10

/**
 * The document as a model needs it: what is missing, what is open, and its lines, each with id and state. Of a long one those that changed
 * last, and how many are left out.
 */
export function outline(document: Document): string {
  const { level, missing } = readiness(document)
  const live = document.items.filter(isLive)
  const gaps = missing.map(({ code, line }) => (line ? `${code} (${line})` : code))
  const head = [
    `Language: ${document.language}. Ready: ${level}.`,
    gaps.length > 0 ? `Missing: ${shortened(gaps.join(", "), 1_500)}.` : "Nothing is missing.",
  ]
  if (live.length === 0) return [...head, "No line has been written yet."].join("\n")
  const dropped = document.items
    .filter(({ state }) => state === "retired")
    .sort((a, b) => b.changedIn - a.changedIn)
    .slice(0, MAX_DROPPED)
    .map(
      ({ id, text, remark }) =>
        `${id}: ${shortened(text, MAX_REMARK)}${remark ? ` (${shortened(remark, MAX_REMARK)})` : ""}`,
    )
  const tail = dropped.length > 0 ? ["Dropped, not to be written again:", ...dropped] : []
  const room = MAX_DOCUMENT - [...head, ...tail].join("\n").length - 200
  const shown = fitting(live, room)
  const left = live.length - shown.size
  const lines = live.flatMap((item) => shown.get(item.id) ?? [])
  const rest = left > 0 ? [`${left} older lines are not shown. They stand in the document all the same.`] : []
  return [...head, "Lines:", ...lines, ...rest, ...tail].join("\n")
}

/** What is open or in doubt comes first, then what changed last, as far as there is room. */
function fitting(live: readonly Item[], room: number): Map<string, string> {
  const weight = (item: Item) => (item.state === "disputed" ? 2 : isOpen(item) && isBlocking(item) ? 1 : 0)
  const shown = new Map<string, string>()
  let size = 0
  for (const item of live.toSorted((a, b) => weight(b) - weight(a) || b.changedIn - a.changedIn)) {
    const told = lineOf(item)
    size += told.length + 1
    if (size > room) break
    shown.set(item.id, told)
  }
  return shown
}

/** `FR-3 requirement, accepted, stated, must: When … [happy, error] -> FEAT-1` */
function lineOf(item: Item): string {
  const open = item.kind === "question" ? [item.state === "accepted" ? "answered" : "open"] : [item.state]
  const marks = [item.kind, ...open, item.evidence, ...(item.priority ? [item.priority] : [])]
  if (item.locked !== "none") marks.push("locked")
  const more = [...own(item), ...(item.dependsOn.length > 0 ? [`-> ${item.dependsOn.join(", ")}`] : [])]
  const title = item.title ? `${item.title}: ` : ""
  return shortened(
    `${item.id} ${marks.join(", ")}: ${[title + item.text, ...more].join(" ")}`.replace(/\s+/g, " "),
    MAX_LINE,
  )
}

function own(item: Item): string[] {
  switch (item.kind) {
    case "requirement":
      return [`[${item.criteria.map((criterion) => criterion.case).join(", ") || "no criteria"}]`]
    case "question":
      return item.answer
        ? [`[answer: ${item.answer}]`]
        : item.blocks?.length
          ? [`[blocks ${item.blocks.join(", ")}]`]
          : []
    case "quality":
      return [`[${item.category}]`]
    case "measure":
      return item.target ? [`[target: ${item.target}]`] : []
    default:
      return []
  }
}
