import { afterEach, describe, expect, test } from "vitest"
import { installClock } from "../src/clock.ts"
import { startSchedule } from "../src/schedule.ts"
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
    const schedule = startSchedule(clock, 20, () => {
      if (++times === 3) came.resolve()
    })
    await came.promise
    schedule.stop()
    clock.uninstall()
  })

  test("comes at once, and once, when the clock moves past it", () => {
    const clock = installClock()
    let times = 0
    const schedule = startSchedule(clock, 60_000, () => times++)
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
})
