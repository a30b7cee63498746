import { type Figure, type Part, shareOf } from "../figure.ts"
import { contentOf, wordsOf } from "../words.ts"
import type { Reading } from "./reading.ts"

/** Numbers that survive, lines that come twice, and words that nobody said. */
export function scoreInvention({
  visitor,
  live,
  placed,
  key,
}: Reading): Part<"numbers" | "duplicates" | "generated" | "criteria"> {
  const printed = JSON.stringify(live).replaceAll(/[\u00a0\u202f]/g, " ")
  const lost = key.numbers.filter((number) => !printed.includes(number))
  const quoted = live.flatMap(({ kind, sources }) => [
    ...new Set(sources.map(({ messageId, start, end }) => `${kind} ${messageId} ${start} ${end}`)),
  ])
  const vocabulary = new Set(visitor.flatMap(({ text }) => wordsOf(text)))
  const foreign = (texts: readonly string[]): Figure =>
    shareOf(texts.flatMap(contentOf).map((word) => !vocabulary.has(word)))
  const theirs = placed.filter(({ evidence }) => evidence === "stated" || evidence === "from_document")
  const criteria = placed.flatMap((line) => line.criteria ?? [])
  return {
    figures: {
      numbers: [key.numbers.length - lost.length, key.numbers.length],
      duplicates: [quoted.length - new Set(quoted).size],
      generated: foreign(theirs.map(({ text }) => text)),
      criteria: foreign(
        criteria.flatMap(({ text, given, when, then }) =>
          [text, given, when, then].filter((part) => part !== undefined),
        ),
      ),
    },
    notes: lost.map((number) => `number lost: ${number}`),
  }
}
