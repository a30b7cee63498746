import type { Span } from "@spec-wizard/core/document/sentence"
import type { Columns, Cues, Lexicon } from "../languages/language.ts"
import { personIn } from "../write/subject.ts"
import { type Line, trimmed } from "./lines.ts"
import { entire } from "./phrase.ts"

type Column = keyof Columns
/** What stands in the columns that were told; the text is the one that is longest where nothing says. */
export type Row = Partial<Record<Column, Span>> & {
  text: Span /** Other cells with more than a word or two. */
  remarks?: Span[]
  /** Another cell says that it is left out. */
  isOut?: true
}
export type Table = {
  header?: Line /** Lines that are only drawn. */
  rules: Line[]
  rows: { line: Line; row: Row }[]
  length: number
}

/** A shorter cell, "no" or "out", may answer what the column asks. */
const LEAST_OUT = 3

/** Fewer lines with the same sign between their cells are no table. */
const LEAST: Readonly<Record<string, number>> = { "\t": 2, "|": 2, ";": 3 }

/** The table that begins at a line, undefined when none does. */
export function tableAt(
  text: string,
  lines: readonly Line[],
  at: number,
  { columns, roles, labels, cues }: Lexicon,
): Table | undefined {
  for (const [sign, least] of Object.entries(LEAST)) {
    const body: { line: Line; cells: Span[] }[] = []
    for (const line of lines.slice(at)) {
      const cells = cellsOf(text, line.whole, sign)
      const most = sign === ";" ? (body[0]?.cells.length ?? cells.length) : cells.length
      if (cells.length < least || cells.length > most) break
      body.push({ line, cells })
    }
    if (body.length < least) continue
    const first = body[0]?.cells ?? []
    const names = first.map((cell) => nameOf(text.slice(cell.start, cell.end), columns))
    const isHeader = names.filter((name) => name !== undefined).length > 1
    const isRule = ({ line }: { line: Line }) => /^[\s|:=-]+$/.test(text.slice(line.whole.start, line.whole.end))
    const rows = (isHeader ? body.slice(1) : body).filter((row) => !isRule(row))
    const said = rows.map(({ cells }) => cells.map((cell) => text.slice(cell.start, cell.end)))
    const places = isHeader ? weighed(names, said, cues.priority) : []
    const longest = longestColumn(rows.map(({ cells }) => cells))
    const isPerson = (cell: Span | undefined) => cell && personIn(text.slice(cell.start, cell.end), roles) !== undefined
    const isOut = (cell: Span | undefined) =>
      cell !== undefined &&
      cell.end - cell.start > LEAST_OUT &&
      entire(labels.exclusion).test(text.slice(cell.start, cell.end))
    const arePeople = (at: number) => {
      const told = rows.map(({ cells }) => cells[at]).filter((cell) => cell && cell.end > cell.start && !isOut(cell))
      // Whoever is called what nobody is called elsewhere stands in several rows.
      const names = new Set(told.map((cell) => cell && text.slice(cell.start, cell.end)))
      const areNames = told.every((cell) => cell && !isPhrase(text, cell)) && 3 * names.size <= 2 * told.length
      return areNames || 2 * told.filter(isPerson).length > told.length
    }
    const place = (name: Column) => places.findIndex((one, at) => one === name && (name !== "actor" || arePeople(at)))
    const textAt = place("text") >= 0 ? place("text") : longest
    return {
      length: body.length,
      rules: body.filter(isRule).map(({ line }) => line),
      ...(isHeader && body[0] && { header: body[0].line }),
      rows: rows.flatMap(({ line, cells }) => {
        const of = (name: Column) => {
          const cell = cells[place(name)]
          return cell && cell.end > cell.start && { [name]: cell }
        }
        const core = cells[textAt]
        if (!core || core.start === core.end) return []
        const actor = isOut(cells[place("actor")]) ? {} : of("actor")
        const told = { ...of("reference"), ...of("priority"), ...actor, text: core }
        const isRemark = (cell: Span) => !Object.values(told).includes(cell) && !isOut(cell) && isPhrase(text, cell)
        const isLeftOut = cells.some((cell) => cell !== core && isOut(cell))
        return [
          {
            line,
            row: {
              ...told,
              ...(isLeftOut && { isOut: true as const }),
              ...(isHeader && { remarks: cells.filter(isRemark) }),
            },
          },
        ]
      }),
    }
  }
  return undefined
}

/** Whatever it is called, the only column of "yes", "no" and "later" says what of it is wanted. */
function weighed(names: (Column | undefined)[], rows: readonly string[][], weights: Cues["priority"]) {
  if (names.includes("priority")) return names
  const isWeight = entire(Object.values(weights).join("|"))
  const found = names.flatMap((name, at) => {
    const cells = rows.map((row) => row[at] ?? "")
    const isTold = name === undefined && new Set(cells).size > 1
    return isTold && cells.every((cell) => cell.length > 1 && isWeight.test(cell)) ? [at] : []
  })
  return found.length === 1 ? names.map((name, at) => (at === found[0] ? "priority" : name)) : names
}

const isPhrase = (text: string, { start, end }: Span) => text.slice(start, end).split(/\s+/).length > 2

/** Bars at both ends of a line hold no cells outside. */
function cellsOf(text: string, { start, end }: Span, sign: string): Span[] {
  const parts = text.slice(start, end).split(sign)
  let at = start
  const cells = parts.map((part) => {
    at += part.length + 1
    return trimmed(text, { start: at - part.length - 1, end: at - 1 })
  })
  const isOuter = (_: Span, place: number) => parts[place]?.trim() === "" && (place === 0 || place === parts.length - 1)
  if (parts.length < 2) return []
  return sign === "|" ? cells.filter((cell, place) => !isOuter(cell, place)) : cells
}

const nameOf = (cell: string, columns: Columns): Column | undefined =>
  (["priority", "actor", "reference", "text"] as const).find((name) => entire(columns[name]).test(cell))

function longestColumn(rows: readonly Span[][]): number {
  const sums: number[] = []
  for (const cells of rows) for (const [at, { start, end }] of cells.entries()) sums[at] = (sums[at] ?? 0) + end - start
  return sums.indexOf(Math.max(...sums))
}
