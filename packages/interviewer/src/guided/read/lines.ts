import { isSpace, type Span } from "@spec-wizard/core/document/sentence"

/** One line that has something on it: from `start` to `end` what is neither a mark of a list nor white space around it. */
export type Line = Span & {
  /** With the white space and the marks. */
  whole: Span
  /** Columns of white space before its mark, or before its words. */
  indent: number
  /** Signs of a list, a heading or a quoted mail before the words. */
  mark?: Span & { bullet: boolean; level?: number; number?: string }
  isQuoted: boolean
  /** A blank line, or nothing, stands before it. */
  isApart: boolean
}

const BULLET =
  /^(?:[-–—•‣◦▪▫·∙●○■□☐☑☒✓✔✗➢➤►▶✘»*+\uF0B7\uF0A7\uF0D8]|[-=]>|→|[~?!](?=\s\D)|\p{Extended_Pictographic}\uFE0F?)(?=\s)(?:\s*\[[ xX]?\](?=\s))?/u
const NUMBER =
  /^(?:\(?(?:\d{1,3}|[a-hA-H])[.)]|\(\d{1,3}\)|\[\d{1,3}\]|\d{1,2}(?:\.\d{1,3})+[.)]?|[A-Z]{1,5}[- ]?\d{1,4}(?:\.\d{1,3})*[.):])(?=\s)/
/** "US-4" without a mark behind it, where more lines begin like that. */
const NAMED = /^(?:[A-Z]{1,5}-|[A-Z]{2,5})\d{1,4}(?:\.\d{1,3})*(?:\s?[-–—:])?(?=\s)/
const LEVELS = /^\d{1,2}(?:\.\d{1,3})+\s/
const HEADING = /^#{1,6}(?=\s)/
const NEAR = 400
/** "b)" is quoted with what it stands before: letters are words. */
export const LETTER = /^\(?\p{L}[.)]\s/u
const RULE = /^(?:[-=_*~\s]{3,}|[>\s]+)$/

/** The lines of a text, and what of it is only drawing. `isDate`: a number at its beginning counts nothing. */
export function lines(text: string, isDate: (rest: string) => boolean): { lines: Line[]; marks: Span[] } {
  const found: Line[] = []
  const marks: Span[] = []
  let isApart = true
  let last = 0
  const isOutline = (text.match(/^[ \t]*\d{1,2}(?:\.\d{1,3})+\.?\s/gm)?.length ?? 0) > 1
  const hasNames = (text.match(/^[ \t>]*(?:[A-Z]{1,5}-|[A-Z]{2,5})\d{1,4}(?:\.\d{1,3})*[\s:]/gm)?.length ?? 0) > 1
  const hasRounds = (text.match(/^[ \t]*o\s+\S/gm)?.length ?? 0) > 1
  for (const { 0: raw, index } of text.matchAll(/[^\n\r\v\f\u0085\u2028\u2029]+/g)) {
    const { start, end } = trimmed(text, { start: index, end: index + raw.length })
    const line = text.slice(start, end)
    if (text.slice(last, index).replace(/\r\n/g, "\n").length > 1) isApart = true
    last = index + raw.length
    if (line === "") {
      isApart = true
      continue
    }
    if (RULE.test(line)) {
      marks.push({ start, end })
      isApart = true
      continue
    }
    const quote = /^(?:>\s?)+/.exec(line)?.[0] ?? ""
    const said = line.slice(quote.length)
    const isMark = (mark: string) => !(LEVELS.test(`${mark} `) && !isOutline) && !isDate(said)
    const sharp = HEADING.exec(said)?.[0]
    const isPoint = sharp !== undefined && isBeside(text, { start: index, end: last }, sharp)
    const heading = isPoint ? undefined : sharp
    const bullet = isPoint ? sharp : (BULLET.exec(said) ?? (hasRounds ? /^o(?=\s)/.exec(said) : undefined))?.[0]
    const first = heading ?? bullet ?? ""
    const inner = said.slice(first.length).trimStart()
    const number = (NUMBER.exec(inner) ?? (hasNames ? NAMED.exec(inner) : undefined))?.[0]
    const hasNumber = number !== undefined && isMark(number)
    const skip = quote.length + (said.length - inner.length) + (hasNumber ? number.length : 0)
    const isMarked = skip > 0 && skip < line.length
    const body = isMarked ? trimmed(text, { start: start + skip, end }) : { start, end }
    found.push({
      ...body,
      whole: { start: index, end: index + raw.length },
      indent: columns(text.slice(index, start)),
      ...(isMarked && {
        mark: {
          start,
          end: start + skip,
          bullet: bullet !== undefined || (hasNumber && heading === undefined),
          ...(heading && { level: heading.length }),
          ...(hasNumber && { number: number.replace(/[\s.):(\]–—-]+$|^[([]/g, "") }),
        },
      }),
      isQuoted: quote !== "",
      isApart,
    })
    if (isMarked && !LETTER.test(line.slice(quote.length))) marks.push(trimmed(text, { start, end: start + skip }))
    isApart = false
  }
  return { lines: found, marks }
}

/** The line before or after it has the same sign: a sign of a list, and no heading. */
function isBeside(text: string, { start, end }: Span, sign: string): boolean {
  const before =
    text
      .slice(Math.max(0, start - NEAR), start)
      .split(/\r?\n/)
      .at(-2) ?? ""
  const after = text.slice(end, end + NEAR).split(/\r?\n/)[1] ?? ""
  return [before, after].some((line) => HEADING.exec(line.replace(/^[\s>]+/, ""))?.[0] === sign)
}

export const spanOf = ({ start, end }: Span): Span => ({ start, end })

export function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && isSpace(text, from)) from++
  while (to > from && isSpace(text, to - 1)) to--
  return { start: from, end: to }
}

const columns = (space: string) => [...space].reduce((all, sign) => all + (sign === "\t" ? 4 : 1), 0)
