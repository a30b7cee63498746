import * as z from "zod/mini"
import * as Id from "../id.ts"

export const ID = Id.schema("trn")
export type ID = z.infer<typeof ID>

export const Status = z.enum(["pending", "running", "completed", "failed", "stopped"])
export type Status = z.infer<typeof Status>

/** A running turn as a client may see it: the reply so far, which a later attempt starts over. */
export const Info = z.object({ id: ID, status: Status, attempt: z.int(), text: z.string() })
export type Info = z.infer<typeof Info>

/** What a part of a message was that says nothing for the document. */
export const Act = z.enum([
  "greeting",
  "thanks",
  "signature",
  "mail_header",
  "speaker",
  "heading",
  "mark",
  "skip",
  "unsure",
  "clarify",
  "done",
  "confirm",
  "small_talk",
  "off_topic",
])
export type Act = z.infer<typeof Act>

/** From `start` to `end` of the message's text, in UTF-16 units. */
export const Aside = z.object({ start: z.int().check(z.gte(0)), end: z.int().check(z.gte(1)), act: Act })
export type Aside = z.infer<typeof Aside>

export const Usage = z.object({
  inputTokens: z.int(),
  outputTokens: z.int(),
  costUsd: z.optional(z.number()),
})
export type Usage = z.infer<typeof Usage>

/** A turn's whole time with a model. What it holds, its money and its function, must outlast it. */
export const WHOLE_MS = 300_000
