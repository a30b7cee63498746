import { expect } from "vitest"

/**
 * Of many at once no more than `limit` are let through, and no fewer unless the table was too slow to say: then one is refused as
 * `unavailable`, and may have been counted. The others hear that it was too much. `windows`: in how many of the limit's own they may have come.
 */
export function expectLimited(
  fates: (string | undefined)[],
  taken: string,
  limit: number,
  { windows = 1 }: { windows?: number } = {},
): void {
  const most = limit * windows
  const count = (fate: string) => fates.filter((one) => one === fate).length
  const refused = most < fates.length || count("rate.limited") > 0 ? ["rate.limited"] : []
  expect(new Set(fates)).toEqual(new Set([taken, ...refused, ...(count("unavailable") > 0 ? ["unavailable"] : [])]))
  expect(count(taken)).toBeLessThanOrEqual(most)
  expect(count(taken) + count("unavailable")).toBeGreaterThanOrEqual(limit)
}
