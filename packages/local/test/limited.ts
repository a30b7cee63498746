import { expect } from "vitest"

/**
 * Of many at once no more than `limit` are let through, and no fewer unless the table was too slow to say: then one is refused as
 * `unavailable`, and may have been counted. The others hear that it was too much.
 */
export function expectLimited(fates: (string | undefined)[], taken: string, limit: number): void {
  const count = (fate: string) => fates.filter((one) => one === fate).length
  expect(new Set(fates)).toEqual(new Set([taken, "rate.limited", ...(count("unavailable") > 0 ? ["unavailable"] : [])]))
  expect(count(taken)).toBeLessThanOrEqual(limit)
  expect(count(taken) + count("unavailable")).toBeGreaterThanOrEqual(limit)
}
