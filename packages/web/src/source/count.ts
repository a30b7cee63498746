import { isSpace, sentences } from "@spec-wizard/core/document/sentence"
import type { Language } from "@spec-wizard/core/protocol/document"
import type { Range } from "./places.ts"

/** Sentences of a message; of those, how many have a place for every character, and in how many something waits to be sorted. */
export type Count = { sentences: number; placed: number; unsorted: number }

/** What is only signs is no sentence. */
export function count(text: string, ranges: readonly Range[], language: Language): Count {
  const places = new Uint8Array(text.length)
  for (const { start, end, as } of ranges) if (as === "unsorted") places.fill(WAITING, start, end)
  for (const { start, end, as } of ranges) if (as !== "unsorted") places.fill(PLACED, start, end)
  const all = sentences(text, language).filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
  const of = all.map(({ start, end }) => {
    let [isPlaced, isWaiting] = [true, false]
    for (let at = start; at < end; at++) {
      if (isSpace(text, at)) continue
      if (places[at] === WAITING) isWaiting = true
      else if (places[at] !== PLACED) isPlaced = false
    }
    return { isPlaced, isWaiting }
  })
  return {
    sentences: all.length,
    placed: of.filter(({ isPlaced }) => isPlaced).length,
    unsorted: of.filter(({ isWaiting }) => isWaiting).length,
  }
}

const WAITING = 1
const PLACED = 2
