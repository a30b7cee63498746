/** The first wait, in seconds, where the server named none; it doubles with each refusal of the same message, up to `maxS`. */
const WAITS: Readonly<Record<string, { firstS: number; maxS: number; tries?: number }>> = {
  "turn.active": { firstS: 2, maxS: 15 },
  "rate.limited": { firstS: 3, maxS: 60 },
  unavailable: { firstS: 2, maxS: 30 },
  gateway: { firstS: 0.5, maxS: 30 },
  internal: { firstS: 1, maxS: 30, tries: 6 },
}

/** When to send a refused message again, unchanged; undefined: never, the refusal is final. `refusals` counts this one. */
export function retryMs(code: string, refusals: number, retryAfter?: number): number | undefined {
  const wait = WAITS[code] ?? (retryAfter === undefined ? undefined : { firstS: retryAfter, maxS: retryAfter })
  if (!wait || refusals >= (wait.tries ?? Number.POSITIVE_INFINITY)) return undefined
  return 1_000 * (retryAfter ?? Math.min(wait.maxS, wait.firstS * 2 ** (refusals - 1)))
}
