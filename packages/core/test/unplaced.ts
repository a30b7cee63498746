import type { Document } from "../src/protocol/document.ts"
import type { Aside } from "../src/protocol/turn.ts"

/**
 * Characters of a message that have no place, white space apart: not in a quote of any line, live or not, and not in an aside. It shares nothing
 * with the code that keeps the law, so that one mistake cannot hide in both.
 */
export function unplaced(document: Document, message: { id: string; text: string }, asides: readonly Aside[]): string {
  const checks = document.items.flatMap((item) => (item.kind === "requirement" ? item.criteria : []))
  const quotes = [...document.items, ...checks]
    .flatMap(({ sources }) => sources)
    .filter(({ messageId }) => messageId === message.id)
  const isPlaced = (at: number) => [...quotes, ...asides].some(({ start, end }) => start <= at && at < end)
  return [...message.text.split("").entries()]
    .filter(([at, sign]) => /\S/u.test(sign) && !isPlaced(at))
    .map(([, sign]) => sign)
    .join("")
}
