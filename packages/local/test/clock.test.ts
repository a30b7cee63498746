import { afterEach, describe, expect, test } from "vitest"
import { installClock } from "../src/clock.ts"
import { dailyAt, every, startSchedule } from "../src/schedule.ts"
import { type Origin, openOrigin } from "./origin.ts"

let origin: Origin | undefined
afterEach(async () => {
  await origin?.close()
  origin = undefined
})

describe("the movable clock", () => {
  test("moves Date.now and new Date, and leaves dates with arguments alone", () => {
    const before = Date.now()
    const clock = installClock()
    clock.advance(86_400_000)
    expect(Date.now() - before).toBeGreaterThanOrEqual(86_400_000)
    expect(Date.parse(new Date().toISOString()) - before).toBeGreaterThanOrEqual(86_400_000)
    expect(new Date(0).toISOString()).toBe("1970-01-01T00:00:00.000Z")
    expect(new Date()).toBeInstanceOf(Date)
    expect(new Date().constructor).toBe(Date)
    expect(Date.UTC(1970, 0, 1)).toBe(0)
    clock.uninstall()
    expect(Date.now() - before).toBeLessThan(60_000)
  })

  test("is moved by POST and told by GET", async () => {
    origin = await openOrigin({})
    const url = `${origin.url}/_local/clock`
    const before = Date.now()
    const moved = await fetch(url, { method: "POST", body: '{"advanceMs":60000}' })
    expect(moved.status).toBe(200)
    expect(await moved.json()).toMatchObject({ offsetMs: 60_000 })
    expect(Date.now() - before).toBeGreaterThanOrEqual(60_000)
    expect(await (await fetch(url)).json()).toMatchObject({ now: expect.any(String), offsetMs: 60_000 })
  })

  test("refuses anything but a positive whole number of milliseconds, and other web sites", async () => {
    origin = await openOrigin({})
    const { url, clock } = origin
    const post = (body: string, headers = {}) =>
      fetch(`${url}/_local/clock`, { method: "POST", body, headers }).then(({ status }) => status)
    for (const body of [
      "",
      "{}",
      "[]",
      "1",
      '{"advanceMs":0}',
      '{"advanceMs":-1}',
      '{"advanceMs":1.5}',
      '{"advanceMs":"5"}',
      '{"advanceMs":1e300}',
      '{"advanceMs":5,"more":1}',
      "x".repeat(10_000),
    ])
      expect(await post(body)).toBe(400)
    expect(await post('{"advanceMs":5}', { origin: "https://evil.example" })).toBe(403)
    expect(clock.offsetMs()).toBe(0)
  })
})

describe("a schedule", () => {
  test("comes at its interval of real time", async () => {
    const clock = installClock()
    const came = Promise.withResolvers<void>()
    let times = 0
    const schedule = startSchedule(clock, every(20), () => {
      if (++times === 3) came.resolve()
    })
    await came.promise
    schedule.stop()
    clock.uninstall()
  })

  test("comes at once, and once, when the clock moves past it", () => {
    const clock = installClock()
    let times = 0
    const schedule = startSchedule(clock, every(60_000), () => times++)
    clock.advance(59_000)
    expect(times).toBe(0)
    clock.advance(600_000)
    expect(times).toBe(1)
    clock.advance(59_000)
    expect(times).toBe(1)
    clock.advance(1_001)
    expect(times).toBe(2)
    schedule.stop()
    clock.advance(600_000)
    expect(times).toBe(2)
    clock.uninstall()
  })

  test("of two o'clock UTC comes then, and once when the clock moves past many", () => {
    const clock = installClock()
    const hours: string[] = []
    clock.advance(dailyAt(12)(Date.now()) - Date.now())
    const schedule = startSchedule(clock, dailyAt(2), () => hours.push(new Date().toISOString().slice(11, 16)))
    const untilTwo = dailyAt(2)(Date.now()) - Date.now()
    clock.advance(untilTwo - 1_000)
    expect(hours).toEqual([])
    clock.advance(1_000)
    expect(hours).toEqual(["02:00"])
    clock.advance(23 * 3_600_000)
    expect(hours).toHaveLength(1)
    clock.advance(10 * 86_400_000)
    expect(hours).toEqual(["02:00", "01:00"])
    clock.advance(3_600_000)
    expect(hours).toEqual(["02:00", "01:00", "02:00"])
    schedule.stop()
    clock.uninstall()
  })

  test("of an hour takes the day's own, before and after it, at the end of a year too", () => {
    const after = (at: string) => new Date(dailyAt(2)(Date.parse(at))).toISOString()
    expect(after("2026-03-01T01:59:59.999Z")).toBe("2026-03-01T02:00:00.000Z")
    expect(after("2026-03-01T02:00:00.000Z")).toBe("2026-03-02T02:00:00.000Z")
    expect(after("2026-12-31T23:00:00.000Z")).toBe("2027-01-01T02:00:00.000Z")
  })
})
