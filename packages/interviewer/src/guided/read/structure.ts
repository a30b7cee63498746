import { type Span, sentences } from "@spec-wizard/core/document/sentence"
import type { Aside } from "@spec-wizard/core/protocol/turn"
import type { Lexicon } from "../languages/language.ts"
import { joined, widthOf } from "./broken.ts"
import { headingOf, labelOf, tagOf } from "./heading.ts"
import { LETTER, type Line, lines, spanOf, trimmed } from "./lines.ts"
import { letterEnds } from "./mail.ts"
import { opening } from "./phrase.ts"
import { quotedOf, speakersOf } from "./speaker.ts"
import { type Row, tableAt } from "./table.ts"

/** What stands above a sentence, or before it on its line. */
export type Heading = Span & {
  text: string /** It stands behind what it says. */
  isSpeaker?: true /** A shouted word. */
  isTag?: true
}

/** A sentence, or what stands in one cell or one point of a list, with what stands above it. */
export type Segment = Span & {
  /** The outermost first. */
  path: Heading[]
  /** "Budget" of "Budget: 5000 euros", which may be no more than the beginning of a sentence. */
  label?: Heading
  isBullet: boolean
  isQuoted: boolean
  /** Where its quote begins, when that is a mark which has a letter: "b) …". */
  from?: number
  /** Where what stands before it on its line begins: its label, or what was cut off, "as I wrote, …". */
  lead?: number
  /** The number the visitor gave it: "3.2". */
  reference?: string
  row?: Row
  /** It stands in a cell beside a row's text. */
  isRemark?: true
  /** Sentences of one paragraph or one point follow each other with the same number. */
  block: number
}

export type Structure = { segments: Segment[]; asides: Aside[] }

type Open = Heading & { rank: number; indent: number; isOfList?: boolean; isDeeper?: boolean; isLabel: boolean }

/** Fewer points that begin with a shouted word are no list of tags. */
const LEAST_TAGS = 3

/** The segments of a message, and what of it only orders them. `isKnown`: this label says what kind of thing follows it. */
export function structure(text: string, lexicon: Lexicon, isKnown: (label: string) => boolean): Structure {
  const { lines: all, marks } = lines(text, (line) => opening(lexicon.slots.date).test(line))
  const asides: Aside[] = marks.map((span) => ({ ...span, act: "mark" }))
  const speakers = speakersOf(text, all, isKnown, lexicon)
  const ends = letterEnds(text, all, lexicon)
  const width = widthOf(text, all)
  const isTagged = all.filter((line) => line.mark && tagOf(text, line)).length >= LEAST_TAGS
  const segments: Segment[] = []
  let path: Open[] = []
  let block = 0

  const headings = () => path.map(({ start, end, text }) => ({ start, end, text }))
  const put = (span: Span, line: Line, more: Partial<Segment> = {}) => {
    const number = line.mark?.number
    const shared = {
      path: headings(),
      isBullet: line.mark?.bullet ?? false,
      isQuoted: line.isQuoted,
      block,
      ...(number && { reference: number }),
    }
    const from = line.mark && LETTER.test(text.slice(line.mark.start, line.start)) ? { from: line.mark.start } : {}
    for (const [at, sentence] of (more.row ? [span] : sentencesOf(text, span, lexicon.language)).entries())
      segments.push({
        ...sentence,
        ...shared,
        ...more,
        ...(at === 0 && { ...from, ...(more.label && { lead: more.label.start }) }),
      })
  }

  for (let at = 0; at < all.length; at++) {
    const line = all[at]
    if (!line) break
    const end = ends.get(at)
    if (end) {
      asides.push({ start: line.start, end: line.end, act: end })
      continue
    }
    const table = tableAt(text, all, at, lexicon)
    if (table) {
      path = path.filter(({ isOfList }) => !isOfList)
      if (table.header) asides.push({ ...spanOf(table.header), act: "heading" })
      for (const { line: rowLine, row } of table.rows) {
        block++
        const reference = row.reference ? text.slice(row.reference.start, row.reference.end) : undefined
        put(row.text, rowLine, { row, isBullet: true, ...(reference && { reference }) })
        for (const remark of row.remarks ?? []) put(remark, rowLine, { isRemark: true })
      }
      for (const rule of table.rules) asides.push({ ...spanOf(rule), act: "mark" })
      at += table.length - 1
      continue
    }
    block++
    const said = speakers.get(at)
    if (said) asides.push({ ...said, act: "speaker" })
    const body = said ? trimmed(text, { start: said.end, end: line.end }) : spanOf(line)
    path = path.filter((open) => !isOver(open, line))
    const next = all[at + 1]
    const wish = quotedOf(text, body, lexicon)
    const heading = said || wish ? undefined : headingOf(text, line, next, at === 0, all.length, isKnown)
    if (heading) {
      const { name, rest, before, ...rank } = heading
      if (before) put(before, line)
      path = path.filter((open) => open.rank < rank.rank)
      if (rank.rank > 0)
        path.push({
          ...name,
          ...rank,
          indent: line.indent,
          text: text.slice(name.start, name.end),
          ...belowOf(line, next),
        })
      asides.push({ start: name.start, end: rest?.start ?? line.end, act: "heading" })
      if (rest) put(rest, line)
      continue
    }
    const last = joined(text, all, at, (next) => ends.has(next) || speakers.has(next), width)
    const whole = { start: body.start, end: all[last]?.end ?? body.end }
    at = last
    const tag = isTagged ? tagOf(text, whole) : undefined
    const told = tag ? { start: tag.value, end: whole.end } : whole
    const label = labelOf(text, told)
    const name = tag && {
      start: whole.start,
      end: tag.end,
      text: text.slice(whole.start, tag.end),
      isTag: true as const,
    }
    if (name) asides.push({ start: name.start, end: name.end, act: "heading" })
    const above = name && { path: [...headings(), name] }
    if (wish) {
      const speaker = { ...wish.name, text: text.slice(wish.name.start, wish.name.end), isSpeaker: true as const }
      put(wish.words, line, { path: [...headings(), speaker] })
    } else if (label)
      put({ start: label.value, end: told.end }, line, {
        ...above,
        label: { start: told.start, end: label.end, text: text.slice(told.start, label.end) },
      })
    else put(told, line, above)
  }
  return { segments, asides: asides.sort((a, b) => a.start - b.start) }
}

/** Sentences of a run of lines: a line break inside is only a blank. */
function sentencesOf(text: string, { start, end }: Span, language: Lexicon["language"]): Span[] {
  const flat = text.slice(start, end).replace(/[\n\r\u2028\u2029]/g, " ")
  return sentences(flat, language).map((one) => ({ start: start + one.start, end: start + one.end }))
}

function isOver(open: Open, line: Line): boolean {
  if (open.isDeeper && line.indent <= open.indent) return true
  if (open.isOfList) return !line.mark && line.indent <= open.indent
  return open.isLabel && open.isOfList === false && line.isApart
}

/** What the first line below a heading tells about how far it goes. */
const belowOf = (line: Line, next: Line | undefined) =>
  next && { isDeeper: next.indent > line.indent, isOfList: next.mark?.bullet ?? false }
