import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { UnavailableError } from "../src/error.ts"
import { again, type Patience, retrying } from "../src/retrying.ts"

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const lost = new Error("lost a race")

/** What attempts that all lose come to, and how long after the one before each of them was made. */
async function losing(patience: Patience) {
  const times: number[] = []
  const ended = retrying(patience, async () => {
    times.push(Date.now())
    return again(lost)
  }).catch((error: unknown) => error)
  await vi.runAllTimersAsync()
  return { error: await ended, waits: times.slice(1).map((time, index) => time - (times[index] ?? 0)) }
}

describe("attempts", () => {
  test("end with the first result, and are made anew for each", async () => {
    let made = 0
    const ended = retrying({ tries: 5 }, async () => (++made < 3 ? again(lost) : `attempt ${made}`))
    await vi.runAllTimersAsync()
    expect(await ended).toBe("attempt 3")
    expect(made).toBe(3)
  })

  test("that throw are the last, whatever they throw", async () => {
    for (const error of [lost, new UnavailableError(lost)]) {
      let made = 0
      const attempt = () => {
        made++
        return Promise.reject(error)
      }
      await expect(retrying({ tries: 5 }, attempt)).rejects.toBe(error)
      expect(made).toBe(1)
    }
  })
})

describe("waits", () => {
  test("are at most twice as long each time, from 10 ms to half a second", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1)
    expect((await losing({ tries: 9 })).waits).toEqual([10, 20, 40, 80, 160, 320, 500, 500])
  })

  test("are anything between nothing and that, so that losers do not meet again", async () => {
    const long = (await losing({ tries: 200 })).waits.slice(6)
    expect(Math.min(...long)).toBeLessThan(100)
    expect(Math.max(...long)).toBeGreaterThan(400)
    expect(Math.max(...long)).toBeLessThanOrEqual(500)
    expect(new Set(long).size).toBeGreaterThan(50)
  })
})

describe("patience", () => {
  test("of so many tries ends with the last of them", async () => {
    const { error, waits } = await losing({ tries: 3 })
    expect(waits).toHaveLength(2)
    expect(error).toBeInstanceOf(UnavailableError)
  })

  test("of so much time ends with the attempt after it, however many were made before", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1)
    const { error, waits } = await losing({ patienceMs: 1_000 }) // 10 + 20 + 40 + 80 + 160 + 320 + 500 = 1130
    expect(waits).toHaveLength(7)
    expect(error).toBeInstanceOf(UnavailableError)
  })

  test("at its end tells what was lost last", async () => {
    expect((await losing({ tries: 1 })).error).toMatchObject({ cause: lost })
    const unreachable = new UnavailableError(lost)
    await expect(retrying({ tries: 1 }, async () => again(unreachable))).rejects.toBe(unreachable)
  })
})
