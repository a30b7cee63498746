import type { Document, Source } from "../protocol/document.ts"
import { wordings } from "./wordings.ts"

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? []

/**
 * Whether a line says what was said, in the visitor's own words: each quote gives one run of its words, unbroken, in the order of the quotes,
 * and no number or negation of a quote is missing. Capitals, marks and what stands between words are not looked at.
 */
export function isVerbatim(
  text: string,
  sources: readonly Pick<Source, "quote" | "context">[],
  language: Document["language"],
): boolean {
  const quotes = sources.filter(({ context }) => !context).map(({ quote }) => words(quote))
  const said = words(text)
  let rest = said
  for (const quote of quotes) rest = rest.slice(longestRun(rest, quote))
  const turns = ofWeight(said, language)
  return rest.length === 0 && quotes.flatMap((quote) => ofWeight(quote, language)).every((word) => turns.includes(word))
}

/** Whether a quote has these words, all of them and in one run. */
export const isRunOf = (text: string, quote: string): boolean =>
  longestRun(words(text), words(quote)) === words(text).length

/** How many of the first words stand together in the quote. */
function longestRun(rest: readonly string[], quote: readonly string[]): number {
  let longest = 0
  for (let at = 0; at < quote.length; at++) {
    let run = 0
    while (run < rest.length && quote[at + run] === rest[run]) run++
    longest = Math.max(longest, run)
  }
  return longest
}

/** Words without which a sentence says something else. */
function ofWeight(all: readonly string[], language: Document["language"]): string[] {
  const { negations, restrictions } = wordings[language]
  return all.filter(
    (word) => /\d/.test(word) || /n['’]t$/.test(word) || negations.includes(word) || restrictions.includes(word),
  )
}
