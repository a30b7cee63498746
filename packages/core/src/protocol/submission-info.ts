import * as z from "zod/mini"
import { Reference } from "./reference.ts"

/** In this order and no other; `erased` is what is left of one whose session was deleted. */
export const Status = z.enum(["received", "reviewed", "quoted", "closed", "erased"])
export type Status = z.infer<typeof Status>

/** What its submitter may see. `message` is the last thing the owner said. */
export const Info = z.object({
  reference: Reference,
  status: Status,
  createdAt: z.string(),
  message: z.optional(z.string()),
})
export type Info = z.infer<typeof Info>
