import * as z from "zod/mini"
import * as Event from "../event/schema.ts"
import * as Message from "../message/schema.ts"
import * as Session from "../session/schema.ts"
import * as Turn from "../turn/schema.ts"

/** RFC 9457, `application/problem+json`. `detail` is a sentence a visitor may read. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
})
export type Problem = z.infer<typeof Problem>

export const Health = z.object({
  status: z.enum(["ok", "failing"]),
  version: z.string(),
  checks: z.record(z.string(), z.enum(["ok", "failing"])),
})
export type Health = z.infer<typeof Health>

/** What a client may know before it has a session. */
export const Config = z.object({
  name: z.string(),
  providers: z.array(z.string()),
  limits: z.object({ messageLength: z.int(), frameBytes: z.int() }),
  retention: z.object({ sessionDays: z.int(), savedSessionDays: z.int() }),
  privacy: z.string(),
})
export type Config = z.infer<typeof Config>

/** `token` is absent when the device was recognised by its cookie, which no script may read. */
export const SessionCreated = z.object({ session: Session.Info, token: z.optional(z.string()) })
export type SessionCreated = z.infer<typeof SessionCreated>

export const SessionState = z.object({ session: Session.Info, turn: z.optional(Turn.Info) })
export type SessionState = z.infer<typeof SessionState>

export const TicketIssued = z.object({
  ticket: z.string(),
  url: z.string(),
  protocol: z.string(),
  expiresAt: z.string(),
})
export type TicketIssued = z.infer<typeof TicketIssued>

/** `?after=&limit=`: `after` is a `seq`, and so is `next`. */
export const Page = z.strictObject({
  after: z._default(z.coerce.number().check(z.int(), z.gte(0)), 0),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(500)), 200),
})
export type Page = z.infer<typeof Page>

export const EventPage = z.object({
  logId: z.string(),
  headSeq: z.int(),
  events: z.array(Event.Info),
  next: z.optional(z.int()),
})
export type EventPage = z.infer<typeof EventPage>

export const MessagePage = z.object({ messages: z.array(Message.Info), next: z.optional(z.int()) })
export type MessagePage = z.infer<typeof MessagePage>
