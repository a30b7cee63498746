import * as z from "zod/mini"
import * as Id from "../id.ts"

export const ID = Id.schema("msg")
export type ID = z.infer<typeof ID>

/** UTF-16 units in one message, as `String.length` counts them. */
export const MAX_LENGTH = 16_000

export const Choice = z.object({ label: z.string(), value: z.string() })
export type Choice = z.infer<typeof Choice>

export const Role = z.enum(["visitor", "wizard"])
export type Role = z.infer<typeof Role>

/** What somebody said. A visitor's carries `clientId`, the `id` of the frame it came in; the wizard's carries the turn that wrote it. */
export const Info = z.object({
  id: ID,
  seq: z.int(),
  role: Role,
  text: z.string(),
  at: z.string(),
  turnId: z.optional(Id.schema("trn")),
  clientId: z.optional(z.string()),
  choices: z.optional(z.array(Choice)),
})
export type Info = z.infer<typeof Info>

const MAX_OPENING_LENGTH = 48

/** The first words of a message, on one line, cut between two of them. */
export function openingOf(text: string): string {
  const line = text.trim().split(/\s+/).join(" ")
  if (line.length <= MAX_OPENING_LENGTH) return line
  const end = line.lastIndexOf(" ", MAX_OPENING_LENGTH)
  return `${line.slice(0, end > MAX_OPENING_LENGTH / 2 ? end : MAX_OPENING_LENGTH).toWellFormed()}…`
}
