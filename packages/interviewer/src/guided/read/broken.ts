import { isShout, labelOf } from "./heading.ts"
import type { Line } from "./lines.ts"

/** A shorter line was broken by hand. */
const BROKEN = 45
/** A text that was broken by a program has no line as long as this, and so many that were broken. */
const WIDE = 100
const LEAST_BROKEN = 2
/** So much of the width the next word would have gone beyond: whoever breaks lines by hand is not exact. */
const FILLED = 0.85

/** How wide a text is that was broken into lines of much the same length, 0 for any other: several go on in the middle of a sentence. */
export function widthOf(text: string, all: readonly Line[]): number {
  const width = Math.max(0, ...all.map(({ start, end }) => end - start))
  const broken = all.filter(
    (line, at) => goesOn(text, line, all[at + 1], width) && /^\p{Ll}/u.test(bodyOf(text, all[at + 1])),
  )
  return width < WIDE && broken.length >= LEAST_BROKEN ? width : 0
}

const bodyOf = (text: string, line: Line | undefined) => (line ? text.slice(line.start, line.end) : "")

/** Whether a line was broken for want of room: it ends with a comma or a little word, or the next word would not have fitted. */
function goesOn(text: string, line: Line, next: Line | undefined, width: number): boolean {
  if (!next || next.isApart || next.mark || next.isQuoted !== line.isQuoted || line.end - line.start < BROKEN)
    return false
  const [before, after] = [bodyOf(text, line), bodyOf(text, next)]
  if (line.indent > 0 && !line.mark && line.indent === next.indent && /^\p{Ll}/u.test(before)) return false
  if (/[.!?:;]$/.test(before) || isShout(after) || labelOf(text, next)) return false
  if (/(?:,|\s\p{Ll}{1,3})$/u.test(before) && /^\p{Ll}/u.test(after)) return true
  const word = /^\S+/.exec(after)?.[0] ?? ""
  return width > 0 && before.length + 1 + word.length > FILLED * width
}

/** The last line of the paragraph or point that begins at a line. */
export function joined(
  text: string,
  all: readonly Line[],
  at: number,
  isTaken: (at: number) => boolean,
  width: number,
): number {
  const first = all[at]
  for (let last = at; ; last++) {
    const [line, next] = [all[last], all[last + 1]]
    if (!first || !line || !next || isTaken(last + 1)) return last
    const isInset = first.mark?.bullet === true && next.indent > first.indent && !next.isApart && !next.mark
    const isEnded = /[.!?:;]$/.test(text.slice(line.start, line.end))
    if (!goesOn(text, line, next, width) && (!isInset || isEnded || next.isQuoted !== line.isQuoted)) return last
  }
}
