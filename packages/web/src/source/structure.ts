/** A line of a text with its break. `from` to `to` are its words; before them stands a mark, or the room that sets it in. */
export type Row = { start: number; from: number; to: number; end: number }

/** What stands together, in the order of the text: joined together the rows are the text again. */
export type Block =
  | { as: "heading"; level: number; rows: Row[] }
  | { as: "list"; items: { depth: number; isNumbered: boolean; rows: Row[] }[] }
  | { as: "text"; rows: Row[] }

/** `room` is what sets it in, `indent` how far, in columns. */
type Found = Row & { room: number; indent: number } & (
    | { as: "heading"; level: number }
    | { as: "item"; isNumbered: boolean }
    | { as: "text" | "blank" }
  )

const HEADING = /^ {0,3}(#{1,6})[ \t]+(?=\S)/
const BULLET = /^[ \t]*[-*+•–—·▪‣›\u{F0B7}][ \t]+(?=\S)/u
/** It stays to be read, as part of the words. */
const NUMBER = /^[ \t]*(?=\d{1,3}(?:\.\d{1,3}){0,5}[.)]?[ \t]+\S)(?=\d+[.)])/
const FENCE = /^ {0,3}(?:```|~~~)/

/** Headings and lists of a text that somebody pasted; text alone where it has neither. */
export function structure(text: string): Block[] {
  const rows = found(text)
  const blocks: Block[] = []
  let indents: number[] = []
  rows.forEach((row, index) => {
    const last = blocks.at(-1)
    const item = last?.as === "list" ? last.items.at(-1) : undefined
    if (row.as === "heading") blocks.push({ as: "heading", level: row.level, rows: [row] })
    else if (row.as === "item" && (item || !row.isNumbered || rows.slice(index + 1).some(isNumber))) {
      if (!item) indents = []
      indents = [...indents.filter((indent) => indent < row.indent), row.indent]
      const next = { depth: indents.length - 1, isNumbered: row.isNumbered, rows: [row] }
      if (last?.as === "list") last.items.push(next)
      else blocks.push({ as: "list", items: [next] })
    } else if (item && (row.as === "blank" || row.indent > (indents[0] ?? 0)))
      item.rows.push({ ...row, from: row.start + row.room })
    else if (last && last.as !== "list" && (row.as === "blank" || goesOn(last, text))) last.rows.push(row)
    else blocks.push({ as: "text", rows: [row] })
  })
  return blocks
}

/** A paragraph ends with an empty line. */
const goesOn = ({ as, rows }: Exclude<Block, { as: "list" }>, text: string) => {
  const { from, to } = rows.at(-1) ?? { from: 0, to: 0 }
  return as === "text" && text.slice(from, to).trim() !== ""
}

/** One number alone is a date more often than a list. */
const isNumber = (row: Found) => row.as === "item" && row.isNumbered

function found(text: string): Found[] {
  let isCode = false
  return [...text.matchAll(/[^\n]*\n|[^\n]+$/g)].map(({ 0: line, index: start }) => {
    const end = start + line.length
    const to = end - (line.endsWith("\n") ? 1 : 0)
    const room = /^[ \t]*/.exec(line)?.[0] ?? ""
    const indent = room.replaceAll("\t", "    ").length
    const row = { start, from: start, to, end, room: room.length, indent }
    const isFence = FENCE.test(line)
    if (isFence) isCode = !isCode
    if (line.trim() === "") return { ...row, from: to, as: "blank" }
    if (isFence || isCode) return { ...row, as: "text" }
    const heading = HEADING.exec(line)
    if (heading) return { ...row, from: start + heading[0].length, as: "heading", level: heading[1]?.length ?? 1 }
    const bullet = BULLET.exec(line)
    const mark = bullet ?? NUMBER.exec(line)
    return mark ? { ...row, from: start + mark[0].length, as: "item", isNumbered: !bullet } : { ...row, as: "text" }
  })
}

/** Words between two pairs of stars: where the pairs stand, and what is between them. */
export type Strong = { start: number; from: number; to: number; end: number }

export const strongIn = (text: string): Strong[] =>
  [...text.matchAll(/\*\*(?=[^\s*])([^\n]{0,300}?[^\s*])\*\*/g)].map(({ 0: all, index: start }) => {
    const end = start + all.length
    return { start, from: start + 2, to: end - 2, end }
  })
