import * as z from "zod/mini"
import * as Id from "../id.ts"
import { oneLine, typed } from "./typed.ts"

export const ID = Id.schema("ses")
export type ID = z.infer<typeof ID>

export const MAX_TITLE_LENGTH = 120

/** `logId` names one life of the log: when it changes, a client drops what it has and starts from 0. */
export const Info = z.object({
  id: ID,
  /** The first words that were said, until somebody renames it. */
  title: z.string(),
  locale: z.string(),
  status: z.enum(["open", "submitted"]),
  logId: z.string(),
  headSeq: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  expiresAt: z.string(),
  /** Where it is saved to, as it was typed; absent until somebody has opened a link that was sent there. */
  email: z.optional(z.string()),
})
export type Info = z.infer<typeof Info>

const Title = typed(MAX_TITLE_LENGTH, oneLine)

/** `locale` is a BCP 47 tag; the interviewer falls back to English for languages it does not speak. */
export const Create = z.strictObject({
  title: z.optional(Title),
  locale: z.optional(z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/))),
})
export type Create = z.infer<typeof Create>

export const Rename = z.strictObject({ title: Title })
export type Rename = z.infer<typeof Rename>
