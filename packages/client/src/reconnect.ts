import type { ApiError } from "./error.ts"
import type { Timing } from "./timing.ts"

/** Why a connection ended, as far as anybody said. */
export type Loss = { retryAfterMs?: number }

/**
 * How long to wait before try number `tries` + 1. The first comes quickly; after that the whole crowd that lost its server at the same
 * moment is spread evenly (full jitter). A wait the server asked for is kept, and a little more, so that not everybody is back at once.
 */
export function waitMs(
  tries: number,
  spreadMs: number,
  loss: Loss,
  timing: Pick<Timing, "quickMs" | "random">,
): number {
  if (loss.retryAfterMs !== undefined) return loss.retryAfterMs + timing.random() * timing.quickMs
  return timing.random() * (tries === 0 ? timing.quickMs : spreadMs)
}

/** Within the last quarter hour of the two hours a gateway grants. */
export const rotateMs = ({ rotateFromMs, rotateToMs, random }: Timing) =>
  rotateFromMs + random() * (rotateToMs - rotateFromMs)

/**
 * This device may not read the session, or there is none any more: no use in trying again. Only the service itself knows that: a page that
 * something on the way gives in its place has the same number, and no code.
 */
export const isFinal = ({ status, code }: ApiError) =>
  [401, 403, 404, 410].includes(status) && !code.startsWith("http.")
