import fc from "fast-check"
import { expect, test } from "vitest"
import { ApiError } from "../src/error.ts"
import { isFinal, rotateMs, waitMs } from "../src/reconnect.ts"
import { retryMs } from "../src/refusal.ts"
import { DEFAULT } from "../src/timing.ts"

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test("the first try is quick, every later one lies anywhere within the spread", () => {
  fc.assert(
    fc.property(fraction, fc.integer({ min: 1, max: 50 }), (random, tries) => {
      const timing = { quickMs: 500, random: () => random }
      expect(waitMs(0, 40_000, {}, timing)).toBe(500 * random)
      expect(waitMs(tries, 40_000, {}, timing)).toBe(40_000 * random)
    }),
  )
})

test("a wait that the server asked for is never cut short", () => {
  fc.assert(
    fc.property(fraction, fc.nat(10), fc.nat(100_000), (random, tries, retryAfterMs) => {
      const wait = waitMs(tries, 40_000, { retryAfterMs }, { quickMs: 500, random: () => random })
      expect(wait).toBeGreaterThanOrEqual(retryAfterMs)
      expect(wait).toBeLessThanOrEqual(retryAfterMs + 500)
    }),
  )
})

test("a connection is replaced between 105 and 115 minutes", () => {
  fc.assert(
    fc.property(fraction, (random) => {
      const minutes = rotateMs({ ...DEFAULT, random: () => random }) / 60_000
      expect(minutes).toBeGreaterThanOrEqual(105)
      expect(minutes).toBeLessThanOrEqual(115)
    }),
  )
})

test("a passing refusal is waited out, longer each time; a final one is not", () => {
  expect([1, 2, 3, 10].map((refusals) => retryMs("rate.limited", refusals))).toEqual([3_000, 6_000, 12_000, 60_000])
  expect([1, 9].map((refusals) => retryMs("turn.active", refusals))).toEqual([2_000, 15_000])
  expect(retryMs("rate.limited", 4, 9)).toBe(9_000)
  expect(retryMs("budget.unheard-of", 1, 9)).toBe(9_000)
  for (const code of ["message.too_long", "frame.too_large", "key.refused", "message.id_reused", "session.not_found"])
    expect(retryMs(code, 1)).toBeUndefined()
})

test("what fails again and again without a reason is given up", () => {
  expect(retryMs("internal", 5)).toBe(16_000)
  expect(retryMs("internal", 6)).toBeUndefined()
})

test("only an answer of the service itself is final: what something on the way gives in its place is tried again", () => {
  const answer = (status: number, code: string) => new ApiError({ status, code, detail: "" })
  expect(isFinal(answer(404, "session.not_found"))).toBe(true)
  expect(isFinal(answer(401, "token.refused"))).toBe(true)
  for (const status of [401, 403, 404, 410]) expect(isFinal(answer(status, `http.${status}`))).toBe(false)
  expect(isFinal(answer(503, "unavailable"))).toBe(false)
})
