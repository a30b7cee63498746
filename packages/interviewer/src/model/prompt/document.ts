import { lint } from "@spec-wizard/core/document/lint"
import { isBlocking, isOpen, readiness } from "@spec-wizard/core/document/readiness"
import { type Document, type Item, isLive } from "@spec-wizard/core/protocol/document"
import { shortened } from "./data.ts"
import { lineOf } from "./line.ts"

/** Characters the document may take in a prompt: some 4,000 tokens, however long it is. */
export const MAX_DOCUMENT = 14_000
const MAX_UNSORTED = 4_000
const MAX_WORDS = 200
const MAX_REMARK = 80
const MAX_DROPPED = 10
const MAX_FINDINGS = 12

/** Lines are settled up to a multiple of so many versions, so that what is told of them stays the same for a few turns. */
const STEP = 8

export type Outline = {
  /** Lines that have not changed for a while, in the order in which they did: the next prompts begin with the same. */
  settled: string
  /** Where it stands, what is not sorted, and what changed last. */
  now: string
}

/**
 * The document as a model needs it: what is missing, what is open, what a reviewer would stumble over, and its lines with all that a change can
 * touch. Of a long one those that changed last, and how many are left out.
 */
export function outline(document: Document): Outline {
  const live = document.items.filter((item) => isLive(item) && item.kind !== "unsorted")
  const head = [...standing(document), ...unsorted(document)]
  const tail = dropped(document)
  if (live.length === 0) return { settled: "", now: [...head, "No line has been written yet.", ...tail].join("\n") }
  const room = MAX_DOCUMENT - [...head, ...tail].join("\n").length - 200
  const shown = fitting(live, room)
  const until = document.version - (document.version % STEP)
  const told = live.filter(({ id }) => shown.has(id)).toSorted((a, b) => a.changedIn - b.changedIn)
  const isSettled = ({ changedIn }: Item) => changedIn <= until && document.version > STEP
  const textOf = (items: readonly Item[]) => items.flatMap(({ id }) => shown.get(id) ?? [])
  const [settled, rest] = [textOf(told.filter(isSettled)), textOf(told.filter((item) => !isSettled(item)))]
  const left = live.length - shown.size
  const older = left > 0 ? [`${left} older lines are not shown. They stand in the document all the same.`] : []
  const beside = settled.length > 0 ? `Lines beside the ${settled.length} settled ones above:` : "Lines:"
  return { settled: settled.join("\n"), now: [...head, beside, ...rest, ...older, ...tail].join("\n") }
}

function standing(document: Document): string[] {
  const { level, missing } = readiness(document)
  const gaps = missing.map(({ code, line }) => (line ? `${code} (${line})` : code))
  const findings = lint(document).map(({ rule, line, word }) => `${rule} (${line}${word ? `: ${word}` : ""})`)
  const more = findings.length > MAX_FINDINGS ? `, and ${findings.length - MAX_FINDINGS} more` : ""
  return [
    `Language: ${document.language}. Ready: ${level}.`,
    gaps.length > 0
      ? `Missing, and in the way of building: ${shortened(gaps.join(", "), 1_500)}.`
      : "Nothing is missing.",
    ...(findings.length > 0 ? [`To be mended: ${findings.slice(0, MAX_FINDINGS).join(", ")}${more}.`] : []),
    ...summary(document),
  ]
}

const ENOUGH_FOR_ONE = 5
const TOO_MANY_SINCE = 10

/** When it is time to write the summary, or to write it anew. */
function summary({ items }: Document): string[] {
  const live = items.filter((item) => isLive(item) && item.kind !== "unsorted" && item.kind !== "question")
  const one = live.find(({ kind }) => kind === "summary")
  const since = live.filter(({ changedIn }) => changedIn > (one?.changedIn ?? 0)).length
  if (!one) return since >= ENOUGH_FOR_ONE ? ["There is no summary yet: write one now."] : []
  return since >= TOO_MANY_SINCE ? [`${one.id} is older than ${since} lines: renew it now.`] : []
}

/** By number, so that they can be sorted, and as many as there is room for. */
function unsorted({ items }: Document): string[] {
  const waiting = items.filter((item) => item.kind === "unsorted" && isLive(item))
  const lines: string[] = []
  let size = 0
  for (const { id, text } of waiting) {
    const told = `${id}: ${shortened(text.replace(/\s+/g, " "), MAX_WORDS)}`
    size += told.length + 1
    if (size > MAX_UNSORTED) break
    lines.push(told)
  }
  if (lines.length === 0) return []
  const left = waiting.length - lines.length
  const more = left > 0 ? [`${left} more are not shown.`] : []
  return ["Said, and not sorted yet. Give each its kind with sort:", ...lines, ...more]
}

function dropped({ items }: Document): string[] {
  const gone = items
    .filter(({ state, kind }) => state === "retired" && kind !== "unsorted")
    .sort((a, b) => b.changedIn - a.changedIn)
    .slice(0, MAX_DROPPED)
    .map(
      ({ id, text, remark }) =>
        `${id}: ${shortened(text, MAX_REMARK)}${remark ? ` (${shortened(remark, MAX_REMARK)})` : ""}`,
    )
  return gone.length > 0 ? ["Dropped, not to be written again:", ...gone] : []
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
