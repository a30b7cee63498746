import { Kind, prefixes } from "@spec-wizard/core/protocol/document"
import { oneOf, plainly, wordsOf } from "./value.ts"

/** A `$` too few or one too many is no other handle. */
export const handleOf = (name: string): `$${string}` => `$${name.trim().replace(/^\$+/, "")}`

const LINE = /^[[(#]?\s*(\p{L}{1,20})[\s_.–-]*0*([1-9]\d{0,4})\s*[\])]?$/u

/** `FR-3`, also of `fr-3`, `FR 3` and `requirement 3`; a criterion's `AC-3.1`. */
export function idOf(value: unknown): string | undefined {
  const name = wordsOf(value)?.normalize("NFKC")
  const criterion = /^[[(]?\s*ac[\s_–-]*(\d{1,5})[.\s_–-](\d{1,3})\s*[\])]?$/i.exec(name ?? "")
  if (criterion) return `AC-${criterion[1]}.${criterion[2]}`
  const [, of = "", number] = LINE.exec(name ?? "") ?? []
  if (number === undefined) return name
  const kind = kindOf(of)
  return `${kind ? prefixes[kind] : of.toUpperCase()}-${number}`
}

/** By its name, in the plural too, or by what its ids begin with. */
export function kindOf(value: unknown): Kind | undefined {
  const plain = plainly(value)
  const byPrefix = Kind.options.find((kind) => prefixes[kind].toLowerCase() === plain)
  return (
    byPrefix ??
    oneOf(Kind.options, plain) ??
    oneOf(Kind.options, plain.replace(/ies$/, "y")) ??
    oneOf(Kind.options, plain.replace(/s$/, ""))
  )
}

/** A line that another names: a handle of the same call, with or without its `$`, or an id. */
export function named(handles: ReadonlySet<string>) {
  return (value: unknown): string | undefined => {
    const name = wordsOf(value)
    if (name === undefined) return undefined
    return name.startsWith("$") || handles.has(handleOf(name)) ? handleOf(name) : idOf(name)
  }
}

const RANGE = /^(.+?)\s*(?:\.{2,3}|…|–|—|\bto\b|:)\s*(.+)$/

/** `U-3..U-9` is seven lines; more than a message ever leaves are none. */
export function idsIn(value: string): string[] {
  const [, from, to] = RANGE.exec(value) ?? []
  const [first, last] = [from && idOf(from), to && (/^\d+$/.test(to) ? to : idOf(to))]
  if (!first || !last) return [idOf(value) ?? value]
  const [prefix = "", start] = first.split("-")
  const count = Number(last.replace(/^.*-/, "")) - Number(start) + 1
  if (!(count > 0 && count <= 200)) return [value]
  return Array.from({ length: count }, (_, index) => `${prefix}-${Number(start) + index}`)
}
