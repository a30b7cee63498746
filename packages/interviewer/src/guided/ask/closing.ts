import type { Document } from "@spec-wizard/core/protocol/document"
import type * as Memory from "../memory.ts"
import { missing } from "./choose.ts"
import { disputes, liveOf, unchecked } from "./lines.ts"
import type { Phrases } from "./phrases.ts"
import { lacksOf, shownOf } from "./say.ts"

/** What the visitor is told at the end: what is clear in numbers, and the open points that matter most. It asks nothing. */
export function closing(memory: Memory.Info, document: Document, spoken: Phrases): string {
  const { counts, thanks, clear, nothing, open, end } = spoken.closing
  const counted = Object.entries(counts).flatMap(([kind, name]) => {
    const lines = document.items.filter((item) => item.kind === kind && item.state === "accepted")
    return lines.length > 0 ? [`${name} (${lines.length})`] : []
  })
  const points = openPoints(memory, document, spoken).slice(0, MAX_POINTS)
  return [
    [thanks, counted.length > 0 ? clear(counted.join(", ")) : nothing].join(" "),
    ...(points.length > 0 ? [open, points.map((point) => `- ${point}`).join("\n")] : []),
    end,
  ].join("\n\n")
}

const MAX_POINTS = 3

function openPoints(memory: Memory.Info, document: Document, spoken: Phrases): string[] {
  const { disputed, unsorted, unchecked: uncheckedOf } = spoken.closing
  const contradictions = disputes(document).flatMap(({ choices = [] }) => {
    const [older, newer] = choices.map((side) => shownOf(side, spoken))
    return older && newer ? [disputed(older, newer)] : []
  })
  const waiting = liveOf(document, "unsorted").length
  const checks = unchecked(document).length
  return [
    ...contradictions.slice(0, 1),
    ...lacksOf(document, spoken).slice(0, 2),
    ...missing(memory)
      .slice(0, 2)
      .map((topic) => pointOf(spoken.questions[topic].short)),
    ...(waiting > 0 ? [unsorted(waiting)] : []),
    ...(checks > 0 ? [uncheckedOf(checks)] : []),
  ]
}

/** "What may it cost?" as one of several points. */
function pointOf(question: string): string {
  const point = question.replace(/[¿?]/g, "").trim()
  return point.charAt(0).toLowerCase() + point.slice(1)
}
