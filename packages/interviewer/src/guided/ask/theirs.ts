import type { Document, Language } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import type { Aside } from "@spec-wizard/core/protocol/turn"
import type * as Memory from "../memory.ts"
import type { Reading } from "../read/reading.ts"
import { sentenceCase, sourceOf } from "../write/draft.ts"
import { isBrief } from "./affirm.ts"
import { questionsIn } from "./heard.ts"
import { overlaps, quotedIn } from "./lines.ts"
import type { Phrases } from "./phrases.ts"

/** Questions of the visitor's own. `answer`: one sentence to them. `isAll`: the message says nothing else. */
export type Theirs = { answer?: string; isAll: boolean; proposals: Operation.Proposal[]; asides: Aside[] }

type Context = {
  before: Document
  reading: Reading
  waiting: Memory.Waiting | undefined
  memory: Memory.Info
  spoken: Phrases
  language: Language
}

const NONE: Theirs = { isAll: false, proposals: [], asides: [] }

/** They are noted as open questions: nobody here can answer them. The first thing somebody says may be a wish in the form of one. */
export function theirs(message: Message.Info, { before, reading, waiting, memory, spoken, language }: Context): Theirs {
  const isAboutLines = reading.answered && (waiting?.question === "unsorted" || waiting?.question === "dispute")
  if (reading.act || isAboutLines || (memory.turn === 0 && !isBrief(message, before))) return NONE
  const found = questionsIn(message.text, spoken.heard, language).filter(
    (span) => !reading.asides.some((aside) => overlaps(span, aside)),
  )
  if (found.length === 0) return NONE
  const quoted = quotedIn(reading.proposals(before), message)
  const free = found.filter((span) => !quoted.some((one) => overlaps(span, one)))
  const asides = free
    .filter(({ isSoon }) => isSoon)
    .map(({ start, end }) => ({ start, end, act: "off_topic" as const }))
  const proposals = free
    .filter(({ isSoon }) => !isSoon)
    .map((span) => ({ op: "add" as const, item: draftOf(message, span) }))
  const covered = [...found, ...reading.asides]
  const rest = [...message.text].filter((_, at) => !covered.some(({ start, end }) => start <= at && at < end)).join("")
  return {
    answer: found.every(({ isSoon }) => isSoon) ? spoken.soon : spoken.theirs,
    isAll: !/[\p{L}\p{N}]/u.test(rest),
    proposals,
    asides,
  }
}

const draftOf = (message: Message.Info, span: { start: number; end: number }): Operation.Draft => ({
  kind: "question",
  text: sentenceCase(message.text.slice(span.start, span.end)),
  sources: [sourceOf(message, span)],
  evidence: "stated",
  cue: "their question",
  dependsOn: [],
})
