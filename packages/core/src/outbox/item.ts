import * as z from "zod/mini"
import * as Id from "../id.ts"
import { ID as ExportID } from "../protocol/export.ts"
import { ID as LinkID } from "../protocol/link.ts"
import { ID as MessageID } from "../protocol/message.ts"
import { Reference } from "../protocol/reference.ts"
import * as Session from "../protocol/session.ts"
import type { Item, Key } from "../table/table.ts"

export const ID = Id.schema("out")
export type ID = z.infer<typeof ID>

/** The file somebody asked for. */
export const ExportTask = z.object({ kind: z.literal("export"), sessionId: Session.ID, exportId: ExportID })
/** The file of a submission, for the owner. */
export const PrintTask = z.object({ kind: z.literal("print"), reference: Reference })

/** What is to be done, in ids alone: whoever does it reads the rest where it stands, as it is by then. */
export const Task = z.discriminatedUnion("kind", [
  /** The mail with a magic link. `keyId` names the key its token is made with. */
  z.object({ kind: z.literal("link"), linkId: LinkID, keyId: z.string(), sessionId: z.optional(Session.ID) }),
  /** The mail that says a saved session will soon be erased. */
  z.object({ kind: z.literal("reminder"), sessionId: Session.ID }),
  /** Everything about a session that was erased. */
  z.object({ kind: z.literal("erasure"), sessionId: Session.ID }),
  ExportTask,
  /** The mail that carries it. */
  z.object({ kind: z.literal("exportMail"), sessionId: Session.ID, exportId: ExportID }),
  PrintTask,
  /** The mail that confirms a submission to whoever submitted it. */
  z.object({ kind: z.literal("submission"), reference: Reference }),
  /** The mail that tells the owner of one. */
  z.object({ kind: z.literal("notice"), reference: Reference }),
  /** The mail that points the submitter to what the owner did; `messageId` names what was said, if anything was. */
  z.object({ kind: z.literal("answer"), reference: Reference, messageId: z.optional(MessageID) }),
])
export type Task = z.infer<typeof Task>

export const Stored = z.object({
  id: ID,
  task: Task,
  /** `dropped`: there was nothing to do any more, or nobody to send to. */
  status: z.enum(["pending", "sending", "sent", "delivered", "bounced", "complained", "dropped", "failed"]),
  /** Leases taken so far; every later write of who took one is conditional on it. */
  attempt: z.int(),
  createdAt: z.string(),
  /** Epoch milliseconds: whose it is while it is being sent, and when the sweep looks at it again while it is not. */
  leaseUntil: z.optional(z.number()),
  /** How often the sweep handed it out since somebody last took it, and when it may do so again, in epoch milliseconds. */
  handOuts: z.optional(z.int()),
  nextHandOutAt: z.optional(z.number()),
  /** An attempt was lost after SES may have accepted the mail, so it may have been sent twice. */
  isAmbiguous: z.optional(z.boolean()),
  /** What SES calls it. */
  messageId: z.optional(z.string()),
})
export type Stored = z.infer<typeof Stored>

export const key = (id: ID): Key => ({ pk: `outbox#${id}`, sk: "outbox" })

/** What is not done yet stands in the index, spread so that no partition of it runs hot. */
const SHARDS = 4
export const openIndexes = Array.from({ length: SHARDS }, (_, shard) => `outbox#${shard}`)
const openIndex = (id: ID) => `outbox#${id.charCodeAt(id.length - 1) % SHARDS}`

export const toItem = (stored: Stored): Item => ({
  ...key(stored.id),
  ...stored,
  gsi1pk: openIndex(stored.id),
  gsi1sk: stored.id,
})

export const fromItem = (item: Item): Stored => Stored.parse(item)
