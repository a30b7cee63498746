import * as z from "zod/mini"
import * as Specification from "../protocol/document.ts"
import * as Message from "../protocol/message.ts"

/**
 * What the interviewer learned from one message, typed by the part of a specification it belongs to. A note is the raw material of a
 * specification item: it already carries the verbatim quote and where the quote stands, so whoever builds the item adds nothing.
 * All that a line of the document can be, but a feature: those are concluded from several notes.
 */
export const Kind = z.enum(Specification.Kind.options.filter((kind) => kind !== "feature"))
export type Kind = z.infer<typeof Kind>

/** `quote` is the message's text from `start` to `end` (UTF-16 units), unchanged. */
export const Source = z.object({ messageId: Message.ID, quote: z.string(), start: z.int(), end: z.int() })
export type Source = z.infer<typeof Source>

/** A number with what it counts: "up to 150 orders" is `{ value: 150, unit: "orders", bound: "max" }`. */
export const Quantity = z.object({
  value: z.number(),
  unit: z.optional(z.string()),
  bound: z.enum(["exact", "about", "min", "max"]),
})
export type Quantity = z.infer<typeof Quantity>

export const Info = z.object({
  kind: Kind,
  /** The topic of the interview it answers; the guided interviewer's topics are in guided/topic.ts. */
  topic: z.string(),
  text: z.string(),
  evidence: z.enum(["stated", "inferred", "default"]),
  source: Source,
  quantities: z.array(Quantity),
  /** The visitor took back something said earlier: the words it replaces, as far as they are known. */
  corrects: z.optional(z.string()),
  /** The clause or list number of a pasted brief, "3.2". */
  reference: z.optional(z.string()),
})
export type Info = z.infer<typeof Info>
