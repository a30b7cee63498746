import * as Question from "@spec-wizard/core/interviewer/question"
import * as Topic from "@spec-wizard/core/interviewer/topic"
import { Language, type Source } from "@spec-wizard/core/protocol/document"
import * as Message from "@spec-wizard/core/protocol/message"
import * as z from "zod/mini"

/** Words of a message. A line is remembered by them: it has no number before the turn has ended, and may get another kind by a tap. */
export const Place = z.object({ messageId: Message.ID, start: z.int(), end: z.int() })
export type Place = z.infer<typeof Place>

export const placeOf = ({ messageId, start, end }: Source): Place => ({ messageId, start, end })

/** The sentences that one question may show. */
export const MAX_SHOWN = 7
export const MAX_CRITERIA = 3
export const MAX_DISPUTES = 6

/**
 * What is known of a topic: it came up in passing, it was told unasked in a brief, it was asked and something else was said, it was
 * answered, answered with what the question asked besides, skipped, or the visitor was not sure.
 */
const Status = z.enum(["hinted", "known", "asked", "answered", "partly", "skipped", "unsure"])
export type Status = z.infer<typeof Status>

/** Which of a question's texts: the open one, the narrower or other one, or the short one. */
export const Wording = z.enum(["ask", "more", "short"])
export type Wording = z.infer<typeof Wording>

/** The question that waits. `places`: the sentences it shows, or what it is about. `word`: one that may mean two things. */
const Waiting = z.object({
  question: Question.ID,
  wording: Wording,
  places: z.array(Place).check(z.maxLength(MAX_SHOWN)),
  word: z.optional(z.string().check(z.maxLength(40))),
})
export type Waiting = z.infer<typeof Waiting>

/** The topic of an interview that a question is about, where it is about one. */
export const topicOf = (waiting: Waiting | undefined): Topic.ID | undefined =>
  Topic.ID.options.find((topic) => topic === waiting?.question)

export const Info = z.object({
  v: z.literal(2),
  language: z.optional(Language),
  /** Visitor's messages so far, and questions put to them. */
  turn: z._default(z.int(), 0),
  asked: z._default(z.int(), 0),
  topics: z._default(z.partialRecord(Topic.ID, Status), () => ({})),
  /** Topics whose open question, and whose narrower one, was put. */
  opened: z._default(z.array(Topic.ID).check(z.maxLength(Topic.ID.options.length)), () => []),
  narrowed: z._default(z.array(Topic.ID).check(z.maxLength(Topic.ID.options.length)), () => []),
  waiting: z.optional(Waiting),
  /** The question before it, for who wants to go back. */
  previous: z.optional(Waiting),
  /** Questions in a row that brought nothing, and remarks in a row that were beside the matter. */
  idle: z._default(z.int(), 0),
  strayed: z._default(z.int(), 0),
  /** The question about unsorted sentences was put; so was "anything else". */
  hasSorted: z._default(z.boolean(), false),
  hasAskedElse: z._default(z.boolean(), false),
  /** They want something in place of what they have. */
  replaces: z._default(z.boolean(), false),
  /** Requirements whose check was asked, and contradictions that were shown. */
  criteria: z._default(z.array(Place).check(z.maxLength(MAX_CRITERIA)), () => []),
  disputes: z._default(z.array(Place).check(z.maxLength(2 * MAX_DISPUTES)), () => []),
  /** A word that means two things was asked about, or is still to be. */
  word: z.optional(z.string().check(z.maxLength(40))),
  /** The visitor was offered to sum up, and wanted more. */
  wantsMore: z._default(z.boolean(), false),
  isClosed: z._default(z.boolean(), false),
})
export type Info = z.infer<typeof Info>

/** A copy. Memory of an older version, or of another interviewer, is as good as none: what was said stands in the document. */
export function parse(memory: unknown): Info {
  const { success, data } = Info.safeParse(memory)
  return success ? structuredClone(data) : Info.parse({ v: 2 })
}

export const isSame = (a: Place, b: Place): boolean =>
  a.messageId === b.messageId && a.start === b.start && a.end === b.end
