import * as z from "zod/mini"
import { ID as OutboxID } from "../outbox/item.ts"
import * as Export from "../protocol/export.ts"
import * as Session from "../protocol/session.ts"
import { partition } from "../session/item.ts"
import type { Item, Key } from "../table/table.ts"

/** An export as stored, beside its session. */
export const Stored = z.object({
  ...Export.Info.shape,
  sessionId: Session.ID,
  form: Export.Form,
  paper: Export.Paper,
  /** The fingerprint of `email`. */
  address: z.optional(z.string()),
  /** Where the file lies. */
  file: z.optional(z.string()),
  /** The mail with the link that has to be opened first. */
  linkMailId: z.optional(OutboxID),
  /** The mail that carries it: there is never a second one. */
  mailId: z.optional(OutboxID),
})
export type Stored = z.infer<typeof Stored>

export const key = (sessionId: Session.ID, id: Export.ID): Key => ({ pk: partition(sessionId), sk: `export#${id}` })

export const rangeOf = (sessionId: Session.ID) => ({ pk: partition(sessionId), from: "export#", to: "export#~" })

export const toItem = (stored: Stored): Item => ({ ...key(stored.sessionId, stored.id), ...stored })
export const fromItem = (item: Item): Stored => Stored.parse(item)

/** What a request with this key was answered. */
export const Answer = z.object({ exportId: Export.ID })
export type Answer = z.infer<typeof Answer>
