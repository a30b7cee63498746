import * as z from "zod/mini"
import { ID } from "./document.ts"

/** What is missing, by a stable code. Clients have a sentence and a question for each. */
export const Gap = z.enum([
  "summary",
  "goal",
  "measure",
  "measure.number",
  "role",
  "exclusion",
  "journey",
  "requirements",
  "criterion",
  "criterion.unhappy",
  "entity",
  "quality.security",
  "quality.privacy",
  "quality.accessibility",
  "question.blocking",
  "disputed",
  "unsorted",
  "guess",
  "criterion.agreed",
  "retention.deletion",
])
export type Gap = z.infer<typeof Gap>

/** `line` is the one it is about. */
export const Missing = z.object({ code: Gap, line: z.optional(ID) })
export type Missing = z.infer<typeof Missing>

/** `estimate`: enough for a rough estimate; `build`: enough to build. Never without the list of what is missing. */
export const Readiness = z.object({ level: z.enum(["not-yet", "estimate", "build"]), missing: z.array(Missing) })
export type Readiness = z.infer<typeof Readiness>
