import type { Document } from "../../protocol/document.ts"
import type { Missing } from "../../protocol/readiness.ts"
import { isOpen } from "../readiness.ts"
import type { Wording } from "../wording.ts"
import { guessesOf, liveOf, wantedOf } from "./group.ts"

/** What is missing, each question once, with the lines it is about: of many, how many more there are. */
export function gaps(missing: readonly Missing[], { gaps }: Wording): { question: string; lines: string[] }[] {
  const lines = new Map<Missing["code"], string[]>()
  for (const { code, line } of missing) lines.set(code, [...(lines.get(code) ?? []), ...(line ? [line] : [])])
  return [...lines].map(([code, ids]) => ({ question: gaps[code], lines: fewOf(ids) }))
}

const MAX_LINES = 12

const fewOf = (ids: readonly string[]): string[] =>
  ids.length > MAX_LINES ? [...ids.slice(0, MAX_LINES - 2), `+${ids.length - MAX_LINES + 2}`] : [...ids]

/** How much there is, and how much of it is not settled. */
export function figures(document: Document, counts: Wording["counts"]): string[] {
  const unsorted = liveOf(document, "unsorted").length
  return [
    counts.requirements(wantedOf(document, "requirement").length),
    counts.questions(document.items.filter(isOpen).length),
    counts.guesses(guessesOf(document).length),
    ...(unsorted > 0 ? [counts.unsorted(unsorted)] : []),
  ]
}
