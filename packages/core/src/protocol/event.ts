import * as z from "zod/mini"
import * as Id from "../id.ts"
import * as Export from "./export.ts"
import * as Message from "./message.ts"
import { Patch } from "./patch.ts"
import * as Session from "./session.ts"
import { Info as SubmissionInfo } from "./submission-info.ts"
import * as Turn from "./turn.ts"

export const ID = Id.schema("evt")
export type ID = z.infer<typeof ID>

/** A fact in a session's log. `seq` starts at 1 and has no gaps. */
const fact = { seq: z.int(), id: ID, at: z.string() }

export const MessageAppended = z.object({ ...fact, type: z.literal("message.appended"), message: Message.Info })
export const TurnStarted = z.object({
  ...fact,
  type: z.literal("turn.started"),
  turnId: Turn.ID,
  attempt: z.int(),
  stages: z.union([z.literal(1), z.literal(2)]),
})
/** What of the message was beside the matter, in the order of the message; ends from before it was told have none. */
const asides = z._default(z.array(Turn.Aside), [])

export const TurnCompleted = z.object({
  ...fact,
  type: z.literal("turn.completed"),
  turnId: Turn.ID,
  attempt: z.int(),
  messageId: Message.ID,
  usage: Turn.Usage,
  model: z.string(),
  asides,
})
export const TurnFailed = z.object({
  ...fact,
  type: z.literal("turn.failed"),
  turnId: Turn.ID,
  attempt: z.int(),
  code: z.string(),
  retryable: z.boolean(),
  asides,
})
export const TurnStopped = z.object({
  ...fact,
  type: z.literal("turn.stopped"),
  turnId: Turn.ID,
  attempt: z.int(),
  asides,
})
/** The document changed: what to do to the version before to get this one. */
export const SpecificationPatched = z.object({ ...fact, type: z.literal("specification.patched"), ...Patch.shape })
export type SpecificationPatched = z.infer<typeof SpecificationPatched>
/** It was renamed or saved. `headSeq` in it is that of this event. */
export const SessionChanged = z.object({ ...fact, type: z.literal("session.changed"), session: Session.Info })

/** What the session's document was made into went a step on, or its mail did. */
export const ExportChanged = z.object({ ...fact, type: z.literal("export.changed"), export: Export.Info })
/** The owner has moved it on, or said something about it. */
export const SubmissionChanged = z.object({
  ...fact,
  type: z.literal("submission.changed"),
  submission: SubmissionInfo,
})

export const Known = z.discriminatedUnion("type", [
  MessageAppended,
  TurnStarted,
  TurnCompleted,
  TurnFailed,
  TurnStopped,
  SpecificationPatched,
  SessionChanged,
  ExportChanged,
  SubmissionChanged,
])
export type Known = z.infer<typeof Known>

/** The types whose arrival ends a turn: each accepted turn gets exactly one. */
export const ENDS = ["turn.completed", "turn.failed", "turn.stopped"] as const satisfies readonly Known["type"][]

export type End = Extract<Known, { type: (typeof ENDS)[number] }>

export const isEnd = (event: Known): event is End => ENDS.some((type) => type === event.type)

/** One of a later version: it keeps its place in the order, its content is ignored. */
export const Unknown = z.looseObject({ ...fact, type: z.string() })

/** What a client parses. The server writes `Known` alone. */
export const Info = z.union([Known, Unknown])
export type Info = z.infer<typeof Info>

/** An event before the log has given it a number. */
type WithoutFact<T> = T extends unknown ? Omit<T, "seq" | "id" | "at"> : never
export type Draft =
  | Exclude<WithoutFact<Known>, { type: "message.appended" }>
  | { type: "message.appended"; message: Omit<Message.Info, "seq" | "at"> }
