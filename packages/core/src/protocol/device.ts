import type * as z from "zod/mini"
import * as Id from "../id.ts"

export const ID = Id.schema("dev")
export type ID = z.infer<typeof ID>
