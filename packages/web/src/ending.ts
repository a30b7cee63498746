import type { ChatState } from "@spec-wizard/client"

/**
 * `gone`: it could not be opened. Of one that was open: `signed-out` here, from another device; `erased`, for everybody; or `ended`, the
 * visitor was away and it may have expired.
 */
export type Ending = "gone" | "signed-out" | "erased" | "ended"

export function endingOf({ connection, problem, bye, messages, pending }: ChatState): Ending | undefined {
  if (connection !== "closed") return undefined
  if (bye === "erased") return "erased"
  if (messages.length === 0 && pending.length === 0) return "gone"
  return bye === "signed_out" || problem?.code === "token.refused" ? "signed-out" : "ended"
}
