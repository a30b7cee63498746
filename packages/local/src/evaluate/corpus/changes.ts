import { type Part, shareOf } from "../figure.ts"
import { isOpen } from "../run.ts"
import { holds, spanOf } from "../span.ts"
import { type Reading, shows } from "./reading.ts"

/** What cannot both hold, and what no longer holds. */
export function scoreChanges(reading: Reading): Part<"contradictions" | "corrections"> {
  const pairs = reading.key.contradictions.map((pair) => ({ pair, isShown: isContradictionShown(reading, pair) }))
  const corrections = reading.key.corrections.map((one) => judgeCorrection(reading, one))
  return {
    figures: {
      contradictions: shareOf(pairs.map(({ isShown }) => isShown)),
      corrections: shareOf(corrections.map(({ isHonoured }) => isHonoured)),
    },
    notes: [
      ...pairs.filter(({ isShown }) => !isShown).map(({ pair }) => `contradiction not shown: ${pair.join(" | ")}`),
      ...corrections.flatMap(({ notes }) => notes),
    ],
  }
}

function isContradictionShown({ visitor, live }: Reading, pair: readonly string[]): boolean {
  const sides = pair.map((side) => spanOf(visitor, side))
  return (
    live.some((line) => isOpen(line) && sides.every((side) => shows(line, side))) ||
    sides.every((side) => live.some((line) => line.state === "disputed" && shows(line, side)))
  )
}

function judgeCorrection({ visitor, live }: Reading, correction: { old: string; new: string }) {
  const before = spanOf(visitor, correction.old)
  const after = spanOf(visitor, correction.new)
  const stands = live.filter((line) => !isOpen(line) && holds(before, [line]) && !holds(after, [line]))
  const isHonoured =
    (stands.length === 0 && holds(after, live)) ||
    live.some((line) => isOpen(line) && shows(line, before) && shows(line, after))
  const ids = stands.map(({ id }) => id).join(" ")
  return { isHonoured, notes: isHonoured ? [] : [`correction ignored: ${ids} | ${correction.new}`] }
}
