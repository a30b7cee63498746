import * as z from "zod/mini"
import { Address } from "./address.ts"
import { Document } from "./document.ts"
import * as Message from "./message.ts"
import { Readiness } from "./readiness.ts"
import { Info, Status } from "./submission-info.ts"
import { oneLine, typed, words } from "./typed.ts"

export { fromText, Reference } from "./reference.ts"
export { Info, Status } from "./submission-info.ts"

const Line = typed(200, oneLine).check(z.minLength(1))

/** Who submits, and with whose consent it is kept and read. */
export const Submit = z.strictObject({
  email: Address,
  name: Line,
  consent: z.literal(true),
  company: z.optional(Line),
  phone: z.optional(typed(50, oneLine).check(z.minLength(1))),
  budget: z.optional(Line),
  timeline: z.optional(Line),
})
export type Submit = z.infer<typeof Submit>

/** As it is kept. */
export const Contact = z.object({
  email: z.string(),
  name: z.string(),
  company: z.optional(z.string()),
  phone: z.optional(z.string()),
  budget: z.optional(z.string()),
  timeline: z.optional(z.string()),
})
export type Contact = z.infer<typeof Contact>

/** As an archive has it, for whoever submitted. */
export const Archived = z.object({ ...Info.shape, contact: z.optional(Contact) })

/** What is no reference at all is answered as one that nobody has. */
export const Lookup = z.strictObject({ reference: z.string().check(z.maxLength(40)), email: Address })
export type Lookup = z.infer<typeof Lookup>

const Text = typed(4_000, words).check(z.minLength(1))

/** The submission's, as it was read: somebody else's change since then is a conflict. */
const version = z.optional(z.int().check(z.gte(1)))

/** What the owner does: moves it forward, with or without a word about it, or asks something. */
export const Change = z.union([
  z.strictObject({ status: z.enum(["received", "reviewed", "quoted", "closed"]), message: z.optional(Text), version }),
  z.strictObject({ question: Text, version }),
])
export type Change = z.infer<typeof Change>

/** What the owner said, oldest first; with the status it was said in. */
export const Said = z.object({
  id: Message.ID,
  at: z.string(),
  kind: z.enum(["message", "question"]),
  status: Status,
  text: z.string(),
})
export type Said = z.infer<typeof Said>

/** Who did what to it, and when. */
export const Act = z.object({
  at: z.string(),
  who: z.enum(["operator", "visitor"]),
  did: z.enum(["read", "downloaded", "changed", "asked", "erased"]),
  from: z.optional(Status),
  to: z.optional(Status),
})
export type Act = z.infer<typeof Act>

/** As the owner's list has it. One that was erased has no title. */
export const Summary = z.object({
  ...Info.shape,
  updatedAt: z.string(),
  version: z.int(),
  title: z.optional(z.string()),
  level: Readiness.shape.level,
})
export type Summary = z.infer<typeof Summary>

export const PdfError = z.literal("export.failed")

/** All that the owner sees of one. What was erased is absent. */
export const Details = z.object({
  ...Summary.shape,
  locale: z.string(),
  /** Whether the submitter had opened a link that was sent to `contact.email` in this session. */
  isVerified: z.boolean(),
  contact: z.optional(Contact),
  /** As it was when it was submitted; the session's may have gone on. */
  document: z.optional(Document),
  /** The same as a file, once that is made. */
  pdf: z.optional(z.object({ sizeBytes: z.int() })),
  /** Why it was given up to make that. */
  pdfError: z.optional(PdfError),
  messages: z.array(Said),
  /** The newest first, at most a hundred. */
  history: z.array(Act),
})
export type Details = z.infer<typeof Details>
