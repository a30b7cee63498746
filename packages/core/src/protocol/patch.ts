import * as z from "zod/mini"
import * as Schema from "./document.ts"
import * as Message from "./message.ts"
import * as Operation from "./operation.ts"
import { Readiness } from "./readiness.ts"
import * as Turn from "./turn.ts"

/** One change of the document, as the log keeps it and every device hears it. */
export const Patch = z.object({
  version: z.int(),
  /** Only on the first: what the document is written in. */
  language: z.optional(Schema.Language),
  operations: z.array(Operation.Info),
  readiness: Readiness,
  /** Who made it: an interviewer from what the visitor said, or the visitor by hand. */
  by: z.enum(["interviewer", "visitor"]),
  turnId: z.optional(Turn.ID),
  messageId: z.optional(Message.ID),
})
export type Patch = z.infer<typeof Patch>
