import * as Topic from "@spec-wizard/core/interviewer/topic"
import * as z from "zod/mini"
import { clip } from "./gist.ts"
import { Language } from "./read/language.ts"

const MAX_BYTES = 8_000
const MAX_CLAIMS = 24
const MAX_COUNTED = 8
const MAX_DISPUTES = 16
const MAX_UNRESOLVED = 3
const MAX_OPEN_QUOTE = 50
export const MAX_GIST = 80

const Status = z.enum(["open", "partly", "answered", "unsure", "skipped"])

/** `coverage` is 0–1: how much of the topic is known. */
const Known = z.object({ status: Status, coverage: z.number().check(z.gte(0), z.lte(1)) })

/** Something said that a later message may contradict: a stance on a concept, or the number of a thing ("#shops"). */
const Claim = z.object({
  about: z.string().check(z.maxLength(60)),
  stance: z.enum(["yes", "no", "only", "number"]),
  value: z.optional(z.number()),
  quote: z.string().check(z.maxLength(MAX_GIST)),
  /** The `turn` it was made in: within one message people are precise, not contradictory. */
  turn: z.int(),
})
export type Claim = z.infer<typeof Claim>

/** Two claims that cannot both hold. `about` names both concepts where they differ: "pay-card+pay-transfer". */
const Dispute = z.object({ about: z.string(), older: Claim, newer: Claim })
export type Dispute = z.infer<typeof Dispute>

/** What was asked last. `vague` is the word whose measure it asks for, `wording` says which of the topic's questions it was. */
const Asked = z.object({
  topic: z.union([Topic.ID, z.literal("dispute"), z.literal("wrap")]),
  wording: z.enum(["open", "more", "vague"]),
  vague: z.optional(z.string().check(z.maxLength(40))),
  dispute: z.optional(Dispute),
})
export type Asked = z.infer<typeof Asked>

const OpenQuote = z.string().check(z.maxLength(MAX_OPEN_QUOTE))

const Counted = z.object({ id: z.string().check(z.maxLength(20)), times: z.int() })
type Counted = z.infer<typeof Counted>

export const Info = z.object({
  v: z.literal(1),
  language: z.optional(Language),
  /** Visitor messages taken in. */
  turn: z.int(),
  topics: z.partialRecord(Topic.ID, Known),
  /** Topics already asked, in that order. */
  asked: z.array(Topic.ID).check(z.maxLength(Topic.ID.options.length)),
  last: z.optional(Asked),
  /** The question before `last`, for "go back". */
  previous: z.optional(Asked),
  /** Topics followed up because of a vague word, and words waiting for it. */
  measured: z.array(Topic.ID).check(z.maxLength(Topic.ID.options.length)),
  vague: z
    .array(z.object({ topic: Topic.ID, word: z.string().check(z.maxLength(40)), turn: z.int() }))
    .check(z.maxLength(4)),
  /** Who and what was spoken of, and how often: questions speak of the most frequent. */
  roles: z.array(Counted).check(z.maxLength(MAX_COUNTED)),
  activities: z.array(Counted).check(z.maxLength(MAX_COUNTED)),
  /** Things the visitor counted, in their own word, and in how many messages they came up. */
  subjects: z._default(z.array(Counted).check(z.maxLength(MAX_COUNTED)), []),
  claims: z.array(Claim).check(z.maxLength(MAX_CLAIMS)),
  /** Disputes raised, by what they are about: none is raised twice. */
  disputed: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(MAX_DISPUTES)),
  /** Disputes the visitor left open. */
  unresolved: z.array(z.object({ older: OpenQuote, newer: OpenQuote })).check(z.maxLength(MAX_UNRESOLVED)),
  /** Remarks beside the matter in a row: after the second the question is given up. */
  strayed: z.int(),
  /** The visitor was told that it is enough for a start, and wanted more. */
  wantsMore: z.boolean(),
  closed: z.boolean(),
})
export type Info = z.infer<typeof Info>

const fresh = (): Info => ({
  v: 1,
  turn: 0,
  topics: {},
  asked: [],
  measured: [],
  vague: [],
  roles: [],
  activities: [],
  subjects: [],
  claims: [],
  disputed: [],
  unresolved: [],
  strayed: 0,
  wantsMore: false,
  closed: false,
})

/** Memory of an older version, or somebody else's, is as good as none: the interview starts over, the notes are kept elsewhere. */
export function parse(memory: unknown): Info {
  const result = Info.safeParse(memory)
  return result.success ? result.data : fresh()
}

export const coverage = (memory: Info, topic: Topic.ID) => memory.topics[topic]?.coverage ?? 0

/** Learned something about a topic; what was known stays known. A skipped topic that is mentioned after all is known again. */
export function cover(memory: Info, topic: Topic.ID, share: number): void {
  const before = coverage(memory, topic)
  // Many hints are still hints.
  const most = share < 0.5 ? Math.max(before, 0.5) : 1
  const total = Math.min(most, 1 - (1 - before) * (1 - share))
  memory.topics[topic] = { status: total >= 0.8 ? "answered" : "partly", coverage: Math.round(total * 100) / 100 }
}

export function close(memory: Info, topic: Topic.ID, status: "unsure" | "skipped"): void {
  memory.topics[topic] = { ...memory.topics[topic], status, coverage: coverage(memory, topic) }
}

/** A dispute that was not decided is named in the closing, and not raised again. */
export function leaveOpen(memory: Info, dispute: Dispute | undefined): void {
  if (!dispute) return
  const [older, newer] = [clip(dispute.older.quote, MAX_OPEN_QUOTE), clip(dispute.newer.quote, MAX_OPEN_QUOTE)]
  if (memory.unresolved.some((one) => one.older === older && one.newer === newer)) return
  memory.unresolved = [...memory.unresolved, { older, newer }].slice(-MAX_UNRESOLVED)
}

export function claim(memory: Info, made: Claim): void {
  memory.claims = [
    ...memory.claims.filter((one) => one.about !== made.about || one.stance !== made.stance),
    made,
  ].slice(-MAX_CLAIMS)
}

export function count(list: Counted[], id: string, times = 1): Counted[] {
  if (list.some((one) => one.id === id))
    return list.map((one) => (one.id === id ? { id, times: Math.min(one.times + times, 999) } : one))
  return id.length > 20 ? list : [...list, { id, times }].slice(0, MAX_COUNTED)
}

/** Of two equally frequent the one that came first. */
export const frequent = (list: readonly Counted[]): Counted[] => [...list].sort((a, b) => b.times - a.times)

/** Bounded however the lists fill up: what matters least goes first. */
export function bounded(memory: Info): Info {
  const size = () => Buffer.byteLength(JSON.stringify(memory))
  while (memory.claims.length > 0 && size() > MAX_BYTES) memory.claims = memory.claims.slice(1)
  return memory
}
