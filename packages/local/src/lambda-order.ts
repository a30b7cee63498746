import * as z from "zod/mini"
import type { ContextData, Outcome } from "./lambda.ts"

/** What the parent tells a worker. `load` asks it to import its code, and is answered as `invoke` is. */
export const Order = z.discriminatedUnion("type", [
  z.object({ type: z.literal("clock"), offsetMs: z.number() }),
  z.object({ type: z.literal("load") }),
  z.object({
    type: z.literal("invoke"),
    event: z.string(),
    context: z.custom<ContextData>((value) => typeof value === "object"),
    timeoutMs: z.number(),
  }),
])
export type Order = z.infer<typeof Order>

/** What it answers, once. */
export const Answer = z.custom<Outcome>((value) => typeof value === "object" && value !== null && "ok" in value)

export const LOADED: Outcome = { ok: true, payload: "null" }
