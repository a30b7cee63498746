import type { Range } from "./places.ts"

/** A stretch of a message, what became of it, and the lines that have it. */
export type Piece = { start: number; end: number; as: Range["as"] | undefined; lines: readonly string[] }

/** Of a stretch that has several places the first of these is shown. */
const ORDER = ["line", "beside", "unsorted", "aside", "gone"] as const satisfies readonly Range["as"][]

/** The whole text, cut at `at` and wherever a range begins or ends: joined together the pieces are the text again, whatever the ranges say. */
export function split(text: string, ranges: readonly Range[], at: readonly number[] = []): Piece[] {
  const inside = ranges
    .map((range) => ({ ...range, start: Math.max(0, range.start), end: Math.min(text.length, range.end) }))
    .filter(({ start, end }) => start < end)
  const cuts = [...new Set([0, text.length, ...at, ...inside.flatMap(({ start, end }) => [start, end])])]
  cuts.sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const here = inside.filter((range) => range.start <= start && start < range.end)
    const lines = new Set(here.flatMap(({ line }) => line ?? []))
    const as = ORDER.find((one) => here.some((range) => range.as === one))
    return { start, end: cuts[index + 1] ?? text.length, as, lines: [...lines] }
  })
}
