import * as z from "zod/mini"
import * as Id from "../id.ts"
import { Address } from "./address.ts"

export const ID = Id.schema("exp")
export type ID = z.infer<typeof ID>

/**
 * In this order. `stored`: it can be downloaded, and stays so whatever becomes of the mail; `unverified`: nobody has shown yet that they
 * read mail at its address; `failed`: see `error`.
 */
export const Status = z.enum(["queued", "rendering", "stored", "unverified", "sent", "delivered", "failed"])
export type Status = z.infer<typeof Status>

/** Why it failed. With the three of mail the file is there all the same. `pdf.missing_glyph` stands with older ones alone. */
export const Failure = z.enum([
  "pdf.missing_glyph",
  "export.failed",
  "mail.bounced",
  "mail.complained",
  "mail.rejected",
])
export type Failure = z.infer<typeof Failure>

/** `version` is the document's. With `sizeBytes` it can be downloaded; `email` is where it is sent, if it is. */
export const Info = z.object({
  id: ID,
  status: Status,
  format: z.literal("pdf"),
  version: z.int(),
  createdAt: z.string(),
  sizeBytes: z.optional(z.int()),
  email: z.optional(z.string()),
  error: z.optional(Failure),
})
export type Info = z.infer<typeof Info>

export const Form = z.enum(["short", "full"])
export const Paper = z.enum(["a4", "letter"])

/** Without an address it can be downloaded alone. `short` is the buyer's part of the document. */
export const Create = z.strictObject({
  email: z.optional(Address),
  format: z.literal("pdf"),
  form: z._default(Form, "full"),
  paper: z._default(Paper, "a4"),
})
export type Create = z.output<typeof Create>
export type CreateInput = z.input<typeof Create>
