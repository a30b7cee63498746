import type * as Note from "@spec-wizard/core/interviewer/note"
import type { Source } from "@spec-wizard/core/protocol/document"
import { MAX_TEXT } from "@spec-wizard/core/protocol/document"
import { clip } from "../gist.ts"

const MAX_QUOTE = 4_000
const MAX_WORDS = 300
const MAX_TITLE = 120

/** As long as a field of a line may be, cut between words. */
export const words = (text: string): string => clip(text, MAX_WORDS)
export const title = (text: string): string => clip(text, MAX_TITLE)
export const paragraph = (text: string): string => clip(text, MAX_TEXT)

/** The quote as long as a source may be; a cut one still stands in the message, from `start` to its new `end`. */
export function source({ messageId, quote, start }: Note.Source): Source {
  if (quote.length <= MAX_QUOTE) return { messageId, quote, start, end: start + quote.length }
  const cut = quote.slice(0, MAX_QUOTE).replace(/[\uD800-\uDBFF]$/, "")
  const space = cut.lastIndexOf(" ")
  const kept = space > MAX_QUOTE / 2 ? cut.slice(0, space) : cut
  return { messageId, quote: kept, start, end: start + kept.length }
}

/** An optional field: left out where there is nothing to say. */
export const field = <K extends string, V>(name: K, value: V | undefined): { [key in K]?: V } =>
  (value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value }) as {
    [key in K]?: V
  } // a computed name is lost to the compiler
