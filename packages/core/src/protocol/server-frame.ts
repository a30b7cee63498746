import * as z from "zod/mini"
import * as Event from "./event.ts"
import * as Turn from "./turn.ts"

/** Server frames stay under 16 KB of UTF-8; text inside one stays under this, so that the envelope fits too. */
export const MAX_TEXT_BYTES = 12_000

export const Welcome = z.object({
  type: z.literal("welcome"),
  sessionId: z.string(),
  logId: z.string(),
  headSeq: z.int(),
  now: z.string(),
  reconnectSpreadMs: z.int(),
})
export const Events = z.object({ type: z.literal("events"), events: z.array(Event.Info), headSeq: z.int() })
export const One = z.object({ type: z.literal("event"), event: Event.Info })
export const Synced = z.object({ type: z.literal("synced"), headSeq: z.int() })
/** `offset` counts the UTF-16 units already sent in this attempt. */
export const Delta = z.object({
  type: z.literal("delta"),
  turnId: Turn.ID,
  attempt: z.int(),
  offset: z.int(),
  text: z.string(),
})
/** The reply so far, for a connection that joined late or missed pieces. */
export const TurnSoFar = z.object({ type: z.literal("turn"), turnId: Turn.ID, attempt: z.int(), text: z.string() })
export const Ack = z.object({ type: z.literal("ack"), id: z.string(), seq: z.int(), turnId: Turn.ID })
export const Pong = z.object({ type: z.literal("pong") })
export const Problem = z.object({
  type: z.literal("error"),
  code: z.string(),
  detail: z.string(),
  id: z.optional(z.string()),
  requestId: z.string(),
  /** Seconds after which trying again makes sense. */
  retryAfter: z.optional(z.number()),
})
export const Bye = z.object({ type: z.literal("bye"), reason: z.string(), reconnectAfterMs: z.int() })

export const Info = z.discriminatedUnion("type", [
  Welcome,
  Events,
  One,
  Synced,
  Delta,
  TurnSoFar,
  Ack,
  Pong,
  Problem,
  Bye,
])
export type Info = z.infer<typeof Info>
export type Welcome = z.infer<typeof Welcome>
export type Delta = z.infer<typeof Delta>
export type TurnSoFar = z.infer<typeof TurnSoFar>
export type Ack = z.infer<typeof Ack>
export type Bye = z.infer<typeof Bye>
export type Problem = z.infer<typeof Problem>
