import { isShout, labelOf } from "./heading.ts"
import type { Line } from "./lines.ts"

/** A shorter line was broken by hand. */
const BROKEN = 45
/** A text that was broken by a program has no line as long as this, and so many that were broken. */
const WIDE = 100
const LEAST_BROKEN = 2

/** The text was broken into lines of much the same length: several of them go on in the middle of a sentence, and none is long. */
export const wrapped = (text: string, all: readonly Line[]): boolean =>
  all.every(({ start, end }) => end - start < WIDE) &&
  all.filter((line, at) => goesOn(text, line, all[at + 1], false)).length >= LEAST_BROKEN

/** Whether a line was broken for want of room. */
function goesOn(text: string, line: Line, next: Line | undefined, isWrapped: boolean): boolean {
  if (!next || next.isApart || next.mark || next.isQuoted !== line.isQuoted || line.end - line.start < BROKEN)
    return false
  const [before, after] = [text.slice(line.start, line.end), text.slice(next.start, next.end)]
  if (line.indent > 0 && !line.mark && line.indent === next.indent && /^\p{Ll}/u.test(before)) return false
  return (
    !/[.!?:;]$/.test(before) && (/^[\p{Ll}\d(]/u.test(after) || (isWrapped && !isShout(after) && !labelOf(text, next)))
  )
}

/** The last line of the paragraph or point that begins at a line. */
export function joined(
  text: string,
  all: readonly Line[],
  at: number,
  isTaken: (at: number) => boolean,
  isWrapped: boolean,
): number {
  const first = all[at]
  for (let last = at; ; last++) {
    const [line, next] = [all[last], all[last + 1]]
    if (!first || !line || !next || isTaken(last + 1)) return last
    const isInset = first.mark?.bullet === true && next.indent > first.indent && !next.isApart && !next.mark
    const isEnded = /[.!?:;]$/.test(text.slice(line.start, line.end))
    if (!goesOn(text, line, next, isWrapped) && (!isInset || isEnded || next.isQuoted !== line.isQuoted)) return last
  }
}
