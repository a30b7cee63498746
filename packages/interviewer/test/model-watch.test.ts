import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { Watch } from "../src/model/watch.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test("every sign of life begins the wait anew", () => {
  const watch = new Watch(new AbortController().signal)
  watch.expect(30)
  for (let sign = 0; sign < 5; sign++) {
    vi.advanceTimersByTime(29)
    watch.expect(30)
  }
  expect(watch.signal.aborted).toBe(false)
  vi.advanceTimersByTime(30)
  expect(watch.signal.aborted).toBe(true)
})

test("who has ended waits for nothing", () => {
  const watch = new Watch(new AbortController().signal)
  watch.expect(30)
  watch.end()
  expect(vi.getTimerCount()).toBe(0)
})

test("a promise is not waited for after the end, nor when it comes too late", async () => {
  const stop = new AbortController()
  const watch = new Watch(stop.signal)
  const reply = watch.race(new Promise(() => undefined))
  stop.abort(new Error("stopped"))
  await expect(reply).rejects.toThrow("stopped")
  await expect(watch.race(new Promise(() => undefined))).rejects.toThrow("stopped")
})
