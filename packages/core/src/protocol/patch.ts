import * as z from "zod/mini"
import * as Schema from "./document.ts"
import * as Message from "./message.ts"
import * as Operation from "./operation.ts"
import { Readiness } from "./readiness.ts"
import * as Turn from "./turn.ts"

export const Author = z.enum(["interviewer", "visitor", "import"])

/** One change of the document, as the log keeps it and every device hears it. */
export const Patch = z.object({
  version: z.int(),
  /** Only where it changes, while nothing is sorted: what the document is written in. */
  language: z.optional(Schema.Language),
  operations: z.array(Operation.Info),
  readiness: Readiness,
  /** Only where a file begins the document: the highest number each kind has used there, also by lines that are gone. */
  used: z.optional(Schema.Document.shape.used),
  /** Who made it: an interviewer from what the visitor said, the visitor by hand, or a file that the session began with. */
  by: Author,
  turnId: z.optional(Turn.ID),
  messageId: z.optional(Message.ID),
})
export type Patch = z.infer<typeof Patch>
