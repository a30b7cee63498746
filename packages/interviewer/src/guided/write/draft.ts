import type { Span } from "@spec-wizard/core/document/sentence"
import { type Item, MAX_TEXT, type Source } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import { begun, ended } from "@spec-wizard/core/text"
import type { Lexicon } from "../languages/language.ts"
import { phrase } from "../read/phrase.ts"
import type { Segment } from "../read/structure.ts"
import { earsOf } from "./ears.ts"
import type { Verdict } from "./verdict.ts"

export type Said = { id: Message.ID; text: string }

/** A sentence as a line of the document may have it: its words, and where they stand. */
export type Words = { text: string; sources: Source[] }

export const CORRECTION = "correction"
const MAX_WORDS = 300
const MAX_REFERENCE = 40

export const sourceOf = ({ id, text }: Said, { start, end }: Span): Source => ({
  messageId: id,
  quote: text.slice(start, end),
  start,
  end,
})

/** The words of a segment, after those of the heading that says whom it is about, and without what only joined it to the one before. */
export function wordsOf(
  said: Said,
  segment: Segment,
  subject: Span | undefined,
  { slots }: Lexicon,
  isStem = false,
): Words {
  const own = said.text.slice(segment.start, segment.end).replace(phrase(`^(?:(?:${slots.drops}),? )+(?=\\p{L})`), "")
  const name = subject && said.text.slice(subject.start, subject.end)
  const text = name ? `${name.replace(/[\s:]+$/, "")}${isStem ? "" : ":"} ${own}` : own
  const quoted = { start: segment.from ?? segment.start, end: segment.end }
  return { text: sentenceCase(text), sources: [...(subject ? [sourceOf(said, subject)] : []), sourceOf(said, quoted)] }
}

/** With a capital and a full stop, on one line. */
export function sentenceCase(words: string): string {
  const line = words
    .replace(/\s+/g, " ")
    .replace(/[\s,;:–—-]+$/, "")
    .trim()
  const capital = line.replace(
    /^([^\p{L}\p{N}]*)(\p{Ll})(?!\p{Lu})/u,
    (_, before: string, letter: string) => before + begun(letter),
  )
  return /[)"”“»」』）]$/.test(capital) ? capital : ended(capital)
}

/** What somebody is called: without a full stop. */
export const nameCase = (words: string): string => sentenceCase(words).replace(/\.$/, "")

export const fits = ({ text, sources }: Words): boolean =>
  text.length <= MAX_TEXT && sources.every(({ quote }) => quote.length <= 2 * MAX_TEXT)

export const clip = (text: string): string =>
  text.length <= MAX_WORDS ? text : `${text.slice(0, MAX_WORDS - 1).toWellFormed()}…`

/** A line of that kind. */
export function draftOf(verdict: Verdict, words: Words, lexicon: Lexicon, reference?: string): Operation.Draft {
  const { kind, cue, priority } = verdict
  const shared = { ...words, evidence: "stated" as const, cue, dependsOn: [], ...(priority && { priority }) }
  switch (kind) {
    case "requirement": {
      const ears = earsOf(words.text, lexicon)
      const number = reference && reference.length <= MAX_REFERENCE ? { reference } : {}
      return { kind, ...shared, ...number, ...(ears && { ears }), criteria: [] }
    }
    case "quality":
      return { kind, ...shared, category: verdict.category ?? "functional suitability" }
    case "scope":
      return { kind, ...shared, when: verdict.isLater ? "later" : "now" }
    default:
      return { kind, ...shared }
  }
}

/** A line of the same kind that takes another's place, with what its kind cannot be without. */
export function inherited(old: Item, words: Words, lexicon: Lexicon): Operation.Draft | undefined {
  if (old.kind === "unsorted" || old.kind === "question" || old.kind === "feature") return undefined
  const { kind, priority } = old
  const verdict: Verdict = {
    kind,
    cue: CORRECTION,
    ...(priority && { priority }),
    ...(kind === "quality" && { category: old.category }),
    ...(kind === "scope" && old.when === "later" && { isLater: true }),
  }
  const draft = draftOf(verdict, words, lexicon, kind === "requirement" ? old.reference : undefined)
  return kind === "requirement" && old.feature ? ({ ...draft, feature: old.feature } as Operation.Draft) : draft
}
