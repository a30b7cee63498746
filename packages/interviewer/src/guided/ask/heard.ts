import { type Span, sentences } from "@spec-wizard/core/document/sentence"
import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Language } from "@spec-wizard/core/protocol/document"
import { lexicons } from "../languages/languages.ts"
import { actOf } from "../read/acts.ts"
import { entire, opening, type Phrases, phrase } from "../read/phrase.ts"

/** What visitors say about the conversation itself, and to questions that are about lines. */
export type Heard = {
  /** May stand before and after the next two: "as I said", "for now". */
  around: Phrases
  ends: Phrases
  /** That they told it already. */
  told: Phrases
  /** Of two sayings: both hold. */
  both: Phrases
  /** Lines that were not sorted, and that they would like to be asked. */
  unsorted: Phrases
  request: Phrases
  /** What somebody would do and see. */
  trial: Phrases
  /** How long it takes. */
  soon: Phrases
  /** Begins a question of their own; `aside`: one about ours. */
  asks: Phrases
  aside: Phrases
  /** Which of some sentences are no matter, tell how things are, are to be built; which of them; and words that say nothing beside it. */
  sorting: Record<
    "drop" | "state" | "want" | "rule" | "not" | "all" | "none" | "rest" | "but" | "first" | "last" | "small",
    Phrases
  >
  /** What a line says that answers a topic, whatever was asked. */
  topics: Partial<Record<Topic.ID, Phrases>>
}

/** It says that this is all, and says nothing else. */
export function isEnd(text: string, heard: Heard, language: Language): boolean {
  const isIt = surrounded(heard.ends, heard)
  const pieces = piecesOf(text, isIt)
  return (
    pieces.some((piece) => isIt.test(piece)) &&
    pieces.every((piece) => isIt.test(piece) || isNothing(piece, heard, language))
  )
}

/** It says that this was told before, and nothing else; or begins so. */
export function isRepeat(text: string, heard: Heard, language: Language): "all" | "first" | undefined {
  const isIt = surrounded(heard.told, heard)
  const pieces = piecesOf(text, isIt)
  if (!pieces.some((piece) => isIt.test(piece))) return undefined
  if (pieces.every((piece) => isNothing(piece, heard, language))) return "all"
  return isIt.test(pieces[0] ?? "") ? "first" : undefined
}

const surrounded = (core: Phrases, { around }: Heard) =>
  entire(`(?:(?:${around.trim()}) )*(?:${alternatives(core)})(?: (?:${around.trim()}))*`)

const alternatives = (phrases: Phrases) => phrases.trim().replace(/\s*\n\s*/g, "|")

/** Sentences without their signs, cut at commas unless one is `whole` without them. */
const piecesOf = (text: string, whole: RegExp): string[] =>
  text
    .split(/[.!?;:\n]+/)
    .map(bare)
    .flatMap((sentence) => {
      const joined = sentence.replace(/,/g, "")
      return whole.test(joined) ? [joined] : sentence.split(/,\s/).map(bare)
    })
    .filter((piece) => piece !== "")

const bare = (piece: string) => piece.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "")

const isNothing = (piece: string, heard: Heard, language: Language): boolean =>
  surrounded(heard.told, heard).test(piece) || actOf(piece, lexicons[language]) !== undefined

const FEW = 14

/** They would like to be asked about what was not sorted. */
export const isSortingWished = (text: string, { unsorted, request }: Heard): boolean =>
  text.trim().split(/\s+/).length <= FEW &&
  phrase(unsorted).test(text) &&
  (/\?\s*$/.test(text) || phrase(request).test(text))

/** Questions of theirs that nobody here can answer: about the matter, or how long this will take. */
export function questionsIn(
  text: string,
  { asks, soon, aside }: Heard,
  language: Language,
): (Span & { isSoon: boolean })[] {
  return sentences(text, language).flatMap(({ start, end }) => {
    const said = text.slice(start, end).trim()
    if (!/\?["'»”)]*$/.test(said) || actOf(said, lexicons[language])) return []
    const plain = said.replace(/^[^\p{L}]+/u, "")
    const isSoon = entire(`(?:_,? ){0,2}(?:${alternatives(soon)})(?: _){0,2}`).test(bare(plain)) // "how long do we keep records" is none
    if (!isSoon && (!opening(asks).test(plain) || phrase(aside).test(plain))) return []
    return [{ start, end, isSoon }]
  })
}
