import type * as z from "zod/mini"
import * as Id from "../id.ts"

export const ID = Id.schema("dev")
export type ID = z.infer<typeof ID>

/** What stands in the table about a device by itself: the sessions it may see, the addresses it proved to be at. */
export const partition = (id: ID) => `device#${id}`
