import type { Span } from "@spec-wizard/core/document/sentence"
import { type Line, spanOf, trimmed } from "./lines.ts"

/** Most words of a heading; and of the name of a document, above all else. */
const MAX_HEADING = 8
const MAX_TITLE = 16
/** A longer name has no comma. */
const FEW = 4
/** From here on a line is prose. */
const PROSE = 60

/** `before` and `rest` are what stands before and behind it on its line. */
type Found = { name: Span; rank: number; isLabel: boolean; rest?: Span; before?: Span }

/** A line that stands above others, and says what they are. */
export function headingOf(
  text: string,
  line: Line,
  next: Line | undefined,
  isFirst: boolean,
  count: number,
  isKnown: (label: string) => boolean,
): Found | undefined {
  const body = text.slice(line.start, line.end)
  const level = line.mark?.level
  if (level)
    return isEmpty(line, next) && !isKnown(body) ? undefined : { name: spanOf(line), rank: level, isLabel: false }
  const runIn = line.isApart || isFirst ? /^(\p{Lu}\p{Ll}+(?: \p{L}+)?)\.\s+(?=\p{Lu})/u.exec(body) : undefined
  if (runIn?.[1] && isKnown(runIn[1])) {
    const [end, start] = [line.start + runIn[1].length, line.start + runIn[0].length]
    return { name: { start: line.start, end }, rank: 10, isLabel: true, rest: { start, end: line.end } }
  }
  if (!next || next.isQuoted !== line.isQuoted) return undefined
  const depth = line.mark?.number?.split(".").length
  const hasDeeper =
    next.indent > line.indent || (depth !== undefined && (next.mark?.number?.split(".").length ?? 0) > depth)
  // "4. Out of scope" over points with other marks.
  const isOverPoints = depth !== undefined && next.mark !== undefined && !next.mark.number && !next.isApart
  const rank = line.mark ? (depth && !hasDeeperIndent(line, next) ? 6 + depth : 20 + line.indent) : 10 + line.indent
  const words = body.split(/\s+/).length
  if (/[:：]$/.test(body)) {
    const start = Math.max(
      ...[". ", "! ", "? "].map((stop) => body.lastIndexOf(stop) + (body.includes(stop) ? 2 : 0)),
      0,
    )
    const before = start > 1 ? trimmed(text, { start: line.start, end: line.start + start }) : undefined
    const name = { start: line.start + (start > 1 ? start : 0), end: line.end - 1 }
    if (text.slice(name.start, name.end).split(/\s+/).length > MAX_TITLE) return undefined
    return { name: trimmed(text, name), rank, isLabel: true, ...(before && { before }) }
  }
  const bold = /^(\*\*|__)([^*_]{2,80})\1:?\s*(.*)$/su.exec(body)
  if (bold?.[2] && (!bold[3] || hasDeeper)) {
    const start = line.start + 2
    const rest = bold[3] ? trimmed(text, { start: line.end - bold[3].length, end: line.end }) : undefined
    return {
      name: { start, end: start + bold[2].length },
      rank,
      isLabel: false,
      ...(rest && { rest: bare(text, rest) }),
    }
  }
  if (/[.!?,;…]$/.test(body))
    return /\?$/.test(body) && isAnswered(text, line, next, words)
      ? { name: spanOf(line), rank, isLabel: true }
      : undefined
  if (words > MAX_TITLE || (labelOf(text, line) && !isFirst && !(line.isApart && isShout(body)))) return undefined
  const isShort = words <= MAX_HEADING
  if (line.mark)
    return isShort && (hasDeeper || isOverPoints || (depth !== undefined && !next.isApart && !next.mark))
      ? { name: spanOf(line), rank, isLabel: false }
      : undefined
  if (
    isFirst &&
    count > 2 &&
    (next.isApart || next.mark || isProse(text, next) || text.slice(next.whole.start, next.whole.end).includes("\t"))
  )
    return { name: spanOf(line), rank: 0, isLabel: false }
  // What has an amount, several parts or a smile says something itself: "The budget is 5,800 euros".
  if (!isShort || /\d\d|\d[.,]\d|[:;]-?[)(D]$/.test(body) || (body.includes(",") && words > FEW)) return undefined
  const stands = line.isApart && !next.isApart && (next.mark !== undefined || isProse(text, next))
  if (
    hasDeeper ||
    stands ||
    (next.mark?.bullet && !next.isApart) ||
    ((line.isApart || next.mark || isShout(body)) && isKnown(body))
  )
    return { name: spanOf(line), rank, isLabel: false }
  return undefined
}

/** Nothing stands below it. */
const isEmpty = (line: Line, next: Line | undefined) => !next || (next.mark?.level ?? 7) <= (line.mark?.level ?? 0)

const hasDeeperIndent = (line: Line, next: Line) => next.indent > line.indent

/** In brackets behind a name. */
function bare(text: string, { start, end }: Span): Span {
  return /^\(.*\)$/s.test(text.slice(start, end)) ? { start: start + 1, end: end - 1 } : { start, end }
}

export const isShout = (body: string) => /\p{Lu}{3}/u.test(body) && !/\p{Ll}/u.test(body)

const isProse = (text: string, { start, end }: Span) =>
  end - start > PROSE || /[.!?]$/.test(text.slice(start, end)) || /^\S[^:]{1,40}:\s\S/.test(text.slice(start, end))

/** "Q: …", "A: …" */
const isLettered = (text: string, { start, end }: Span) => /^\p{Lu}\s?:\s/u.test(text.slice(start, end))

/** A question of a questionnaire, with its answer below it. */
const isAnswered = (text: string, line: Line, next: Line, words: number) =>
  words <= MAX_TITLE &&
  (line.isApart || line.mark?.number !== undefined || (isLettered(text, line) && isLettered(text, next))) &&
  !next.isApart &&
  !next.mark?.number &&
  Number.parseInt(text.slice(next.start, next.end), 10) !== Number.parseInt(line.mark?.number ?? "", 10) + 1 &&
  !/\?$/.test(text.slice(next.start, next.end))

/** "Label: value" or "Label -> value"; a time or an address is none. */
export function labelOf(text: string, { start, end }: Span): { end: number; value: number } | undefined {
  const found = /^(\*{0,2}[^:.!?;,\t\n]{2,48}?\*{0,2}|\p{Lu})(?:\s?[:：]\*{0,2}|\s(?:[-=]>|→))\s+(?=\S)/u.exec(
    text.slice(start, end),
  )
  if (!found?.[1] || found[1].split(/\s+/).length > 6) return undefined
  return { end: start + found[1].length, value: start + found[0].length }
}

/** "RULE guests pay": a shouted word before what it is. */
export function tagOf(text: string, { start, end }: Span): { end: number; value: number } | undefined {
  const [said, tag] = /^(\p{Lu}{2,}(?:[ -]\p{Lu}{2,}){0,2})\s+(?=\S*\p{Ll})/u.exec(text.slice(start, end)) ?? []
  return said && tag ? { end: start + tag.length, value: start + said.length } : undefined
}
