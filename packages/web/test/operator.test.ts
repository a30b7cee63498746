import { expect, test } from "vitest"
import { daysBefore, duration, each, rate, sums, usd } from "../src/operator/numbers.ts"
import { hashOf, monthAfter, monthName, type Place, placeIn } from "../src/operator/place.ts"

const NOW = "2026-11"

test.each<[string, Place]>([
  ["", { name: "month", month: NOW }],
  ["#2026-01", { name: "month", month: "2026-01" }],
  ["#2026-01/erased", { name: "month", month: "2026-01", status: "erased" }],
  ["#SPEC-K7MT-4XQ9", { name: "submission", reference: "SPEC-K7MT-4XQ9" }],
  ["#spec-k7mt-4xq9", { name: "submission", reference: "SPEC-K7MT-4XQ9" }],
  ["#figures", { name: "figures", days: 30 }],
  ["#figures/90", { name: "figures", days: 90 }],
])("%s is a place of the page, and its address leads back to it", (hash, place) => {
  expect(placeIn(hash, NOW)).toEqual(place)
  expect(placeIn(hashOf(place), NOW)).toEqual(place)
})

test.each(["#", "#nonsense", "#2026-13", "#2026-00/quoted/x", "#2026-01/lost", "#figures/8", "#/", "#%"])(
  "%s, which nobody links to, shows something all the same",
  (hash) => {
    expect(["month", "figures"]).toContain(placeIn(hash, NOW).name)
    expect(placeIn(hash, NOW)).not.toHaveProperty("status", "lost")
  },
)

test("months follow each other over the turn of the year", () => {
  expect([monthAfter("2026-12", 1), monthAfter("2027-01", -1)]).toEqual(["2027-01", "2026-12"])
  expect(monthName("2026-02")).toBe("February 2026")
  expect(daysBefore("2027-01-02", 6)).toBe("2026-12-27")
})

test("of fewer than twenty there is no rate, and of none no average", () => {
  expect([rate(1, 19), rate(0, 20), rate(5, 20)]).toEqual([undefined, 0, 0.25])
  expect([each(10, 0), each(10, 4)]).toEqual([undefined, 2.5])
})

test("days are added up, all but their names", () => {
  const day = {
    day: "2026-11-22",
    sessions: 1,
    messages: 2,
    replies: 3,
    failures: 4,
    submissions: 5,
    exports: 6,
    submittedSeconds: 7,
    inputTokens: 8,
    outputTokens: 9,
    costUsd: 0.5,
  }
  const { day: _, ...once } = day
  expect(sums([day, day])).toEqual(Object.fromEntries(Object.entries(once).map(([name, value]) => [name, value * 2])))
  expect(Object.values(sums([])).every((sum) => sum === 0)).toBe(true)
})

test("small sums of money keep two digits that say something", () => {
  expect([0, 0.00421, 0.0996, 0.1, 1234.5].map(usd)).toEqual(["$0.00", "$0.0042", "$0.10", "$0.10", "$1,234.50"])
})

test("a time is told in the unit that fits it", () => {
  expect([0, 89, 90, 5_399, 5_400, 172_799, 172_800].map(duration)).toEqual([
    "0 s",
    "89 s",
    "2 min",
    "90 min",
    "1.5 h",
    "48 h",
    "2 days",
  ])
})
