import * as z from "zod/mini"
import * as Session from "../protocol/session.ts"
import * as Submission from "../protocol/submission.ts"
import { partition as sessionPartition } from "../session/item.ts"
import type { Item, Key } from "../table/table.ts"

/**
 * A submission as stored. It has a partition of its own and no `ttl`, so it outlives its session; the item itself claims the reference.
 */
export const Stored = z.object({
  ...Submission.Summary.shape,
  locale: z.string(),
  isVerified: z.boolean(),
  contact: z.optional(Submission.Contact),
  /** The fingerprint of `contact.email`: with it an erased one still answers its submitter. */
  address: z.string(),
  sessionId: z.optional(Session.ID),
  /** The document's version and hash, and who asked the questions, as an export says them. */
  documentVersion: z.int(),
  hash: z.optional(z.string()),
  models: z.optional(z.array(z.string())),
  promptVersion: z.optional(z.string()),
  /** The document as a file, and where that lies. */
  pdf: z.optional(z.object({ file: z.string(), sizeBytes: z.int() })),
  pdfError: z.optional(Submission.PdfError),
  /** `message` is a question. */
  isQuestion: z.optional(z.boolean()),
})
export type Stored = z.infer<typeof Stored>

/** What an erasure takes from it. */
export const CONTENT = [
  "contact",
  "sessionId",
  "title",
  "message",
  "isQuestion",
  "hash",
  "models",
  "promptVersion",
  "pdf",
  "pdfError",
] as const satisfies (keyof Stored)[]

export const partition = (reference: Submission.Reference) => `submission#${reference}`
export const key = (reference: Submission.Reference): Key => ({ pk: partition(reference), sk: "submission" })

/** Everything of a submission whose keys begin so: `document#`, `message#`, `audit#`. */
export const range = (reference: Submission.Reference, prefix: string) => ({
  pk: partition(reference),
  from: prefix,
  to: `${prefix}~`,
})

/** `2026-11`, in UTC. */
export const monthOf = (at: string) => at.slice(0, 7)

/** Where the index lists a month's submissions, oldest first. */
export const monthIndex = (month: string) => `submissions#${month}`

export const toItem = (stored: Stored): Item => ({
  ...key(stored.reference),
  ...stored,
  gsi1pk: monthIndex(monthOf(stored.createdAt)),
  gsi1sk: `${stored.createdAt}#${stored.reference}`,
})
export const fromItem = (item: Item): Stored => Stored.parse(item)

export const messageKey = (reference: Submission.Reference, id: Submission.Said["id"]): Key => ({
  pk: partition(reference),
  sk: `message#${id}`,
})

export const messageItem = (reference: Submission.Reference, said: Submission.Said): Item => ({
  ...messageKey(reference, said.id),
  ...said,
})

/** In the session's partition: that it was submitted, and as what. */
export const Pointer = z.object({ reference: Submission.Reference })
export const pointerKey = (sessionId: Session.ID): Key => ({ pk: sessionPartition(sessionId), sk: "submission" })

/** What a request with this key was answered. `isFirst`: it made the submission. */
export const Answer = z.object({ reference: Submission.Reference, isFirst: z.boolean() })
export type Answer = z.infer<typeof Answer>
