import * as z from "zod/mini"

/** The body of a request that has nothing to say. */
export const Nothing = z.strictObject({})
