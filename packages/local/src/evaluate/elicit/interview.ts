import * as z from "zod/mini"
import { Written } from "../run.ts"

/** What the stakeholder made of a reply. */
const Turn = z.object({
  reply: z.string(),
  /** Its question marks. */
  marks: z.int(),
  question: z.optional(z.string()),
  said: z.optional(z.string()),
  /** The number of the question this answers; an offer to sum up has none. */
  asked: z.optional(z.int()),
  /** The place of the hidden fact that was told. */
  told: z.optional(z.int()),
  wrap: z.optional(z.boolean()),
  silent: z.optional(z.boolean()),
  /** This takes back what was said. */
  change: z.optional(z.boolean()),
  end: z.optional(z.enum(["closed", "mute", "enough"])),
})
export type Turn = z.infer<typeof Turn>

export const Interview = z.object({ turns: z.array(Turn), closed: z.boolean(), ...Written.shape })
export type Interview = z.infer<typeof Interview>
