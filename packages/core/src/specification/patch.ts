import * as z from "zod/mini"
import * as Message from "../message/schema.ts"
import * as Turn from "../turn/schema.ts"
import * as Operation from "./operation.ts"
import { GAPS } from "./readiness.ts"
import * as Schema from "./schema.ts"

export const Readiness = z.object({
  level: z.enum(["not-yet", "estimate", "build"]),
  missing: z.array(z.object({ code: z.enum(GAPS), line: z.optional(Schema.ID) })),
})

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
