import { Evidence, Kind, Priority, State } from "@spec-wizard/core/protocol/document"
import { Role } from "@spec-wizard/core/protocol/message"
import * as z from "zod/mini"

const text = z.optional(z.string())

/** What a ruler reads of a line, so that documents of older versions can be measured too. */
const Line = z.looseObject({
  id: z.string(),
  kind: Kind,
  state: State,
  evidence: z.optional(Evidence),
  priority: z.optional(Priority),
  title: text,
  text: z.string(),
  role: text,
  why: text,
  remark: text,
  choices: z.optional(z.array(z.string())),
  criteria: z.optional(z.array(z.looseObject({ text, given: text, when: text, then: text }))),
  sources: z._default(
    z.array(z.object({ messageId: z.string(), quote: z.string(), start: z.int(), end: z.int() })),
    [],
  ),
})
export type Line = z.infer<typeof Line>

const Message = z.object({ id: z.string(), role: Role, text: z.string() })
export type Message = z.infer<typeof Message>

export const Lines = z.array(Line)

/** What was said, and what the document makes of it. */
export const Written = z.object({ messages: z.array(Message), items: Lines })
export type Written = z.infer<typeof Written>

/** Both sides of it may stand. */
export const isOpen = ({ kind, state }: Line): boolean => kind === "question" || state === "disputed"
