import * as z from "zod/mini"
import * as Device from "./device.ts"
import * as Specification from "./document.ts"
import * as Event from "./event.ts"
import * as Export from "./export.ts"
import { FORMATS } from "./format.ts"
import * as Message from "./message.ts"
import * as Operation from "./operation.ts"
import { Author } from "./patch.ts"
import { Readiness } from "./readiness.ts"
import * as Session from "./session.ts"
import * as Submission from "./submission.ts"
import * as Turn from "./turn.ts"

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

/** `token` is absent where a cookie has it, which no script may read: for our own page, and for a device that was recognised by its cookie. */
export const SessionCreated = z.object({ session: Session.Info, token: z.optional(z.string()) })
export type SessionCreated = z.infer<typeof SessionCreated>

/** This device's sessions and those of the addresses it has opened a link for, newest first; `next` is the `after` of the next page. */
export const SessionList = z.object({ sessions: z.array(Session.Info), next: z.optional(Session.ID) })
export type SessionList = z.infer<typeof SessionList>

export const SessionListQuery = z.strictObject({
  after: z.optional(Session.ID),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
})
export type SessionListOptions = Partial<z.infer<typeof SessionListQuery>>

export const SessionRenamed = z.object({ session: Session.Info })
export type SessionRenamed = z.infer<typeof SessionRenamed>

/** `name` is what the browser said it is: "Firefox on Linux". */
export const DeviceList = z.object({
  devices: z.array(
    z.object({
      id: Device.ID,
      current: z.boolean(),
      createdAt: z.string(),
      lastSeenAt: z.string(),
      name: z.string(),
    }),
  ),
})
export type DeviceList = z.infer<typeof DeviceList>

/** The same for every address, known or not. */
export const LinkRequested = z.object({})
export type LinkRequested = z.infer<typeof LinkRequested>

/** `token` as above. */
export const LinkRedeemed = z.object({ session: Session.Info, token: z.optional(z.string()) })
export type LinkRedeemed = z.infer<typeof LinkRedeemed>

/** The document of `session.headSeq`. */
export const SpecificationState = z.object({ ...Specification.Document.shape, readiness: Readiness })
export type SpecificationState = z.infer<typeof SpecificationState>

export const SessionState = z.object({
  session: Session.Info,
  specification: SpecificationState,
  /** The newest first. */
  exports: z.array(Export.Info),
  submission: z.optional(Submission.Info),
  turn: z.optional(Turn.Info),
})
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

/** What a visitor does to the document as it stood at `baseVersion`, all or nothing. */
export const Edits = z.strictObject({
  baseVersion: z.int().check(z.gte(0)),
  operations: z.array(Operation.Edit).check(z.minLength(1), z.maxLength(50)),
})
export type Edits = z.infer<typeof Edits>

export const Edited = z.object({ version: z.int(), readiness: Readiness })
export type Edited = z.infer<typeof Edited>

const version = z.coerce.number().check(z.int(), z.gte(0), z.lte(1_000_000))

/** `?version=&format=&form=&since=`: `short` is the buyer's part of it; `since`, for OpenSpec, the version that a change is told from. */
export const SpecificationQuery = z
  .strictObject({
    version: z.optional(version),
    format: z.optional(z.enum(FORMATS)),
    form: z._default(z.enum(["short", "full"]), "full"),
    since: z.optional(version),
  })
  .check(z.refine(({ since, format }) => since === undefined || format === "openspec"))

export type SpecificationOptions = Partial<z.infer<typeof SpecificationQuery>>

/** The document's history, oldest first. */
export const Versions = z.object({
  versions: z.array(
    z.object({
      version: z.int(),
      at: z.string(),
      by: Author,
      messageId: z.optional(Message.ID),
      added: z.array(Specification.ID),
      changed: z.array(Specification.ID),
      removed: z.array(Specification.ID),
    }),
  ),
})
export type Versions = z.infer<typeof Versions>

export const DiffQuery = z.strictObject({ from: version, to: version })

export const Diff = z.object({
  from: z.int(),
  to: z.int(),
  added: z.array(Specification.Item),
  changed: z.array(z.object({ before: Specification.Item, after: Specification.Item })),
  removed: z.array(Specification.Item),
})
export type Diff = z.infer<typeof Diff>

/** Everything that is kept about a session. */
export const Archive = z.object({
  archivedAt: z.string(),
  session: Session.Info,
  events: z.array(Event.Info),
  specification: SpecificationState,
  exports: z.array(Export.Info),
  devices: DeviceList.shape.devices,
  submission: z.optional(Submission.Archived),
})
export type Archive = z.infer<typeof Archive>

export const ExportAnswer = z.object({ export: Export.Info })
export type ExportAnswer = z.infer<typeof ExportAnswer>

export const SubmissionAnswer = z.object({ submission: Submission.Info })
export type SubmissionAnswer = z.infer<typeof SubmissionAnswer>

/** `?month=2026-11&status=&after=&limit=`: without `month` the running one, in UTC; `after` is a reference, and so is `next`. */
export const SubmissionListQuery = z.strictObject({
  month: z.optional(z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/))),
  status: z.optional(Submission.Status),
  after: z.optional(Submission.Reference),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
})

export const SubmissionList = z.object({
  submissions: z.array(Submission.Summary),
  next: z.optional(Submission.Reference),
})
export type SubmissionList = z.infer<typeof SubmissionList>

export const SubmissionDetails = z.object({ submission: Submission.Details })
export type SubmissionDetails = z.infer<typeof SubmissionDetails>
