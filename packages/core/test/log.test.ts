import { afterEach, expect, test, vi } from "vitest"
import * as Log from "../src/log.ts"

afterEach(() => vi.unstubAllEnvs())

function written(run: () => void): string {
  vi.stubEnv("LOG_LEVEL", "")
  const lines: string[] = []
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0)
  run()
  spy.mockRestore()
  return lines.join("")
}

test("writes ids, codes, numbers and flags as they are, on one JSON line", () => {
  const line = written(() =>
    Log.info("turn.ended", { turnId: "trn_01J0000000000000000000000A", code: "turn.active", length: 12, fresh: true }),
  )
  expect(line.endsWith("\n") && line.indexOf("\n") === line.length - 1).toBe(true)
  expect(JSON.parse(line)).toMatchObject({
    level: "INFO",
    event: "turn.ended",
    turnId: "trn_01J0000000000000000000000A",
    code: "turn.active",
    length: 12,
    fresh: true,
  })
})

test.each([
  ["what a visitor typed", "we sell bread in two shops"],
  ["a token", "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA"],
  ["an address", "ada@example.com"],
  ["a link", "https://example.com/link#token=abc"],
  ["a long code", "a".repeat(65)],
])("writes only the size of %s", (_, value) => {
  const line = written(() => Log.info("x", { value }))
  expect(line).not.toContain(value)
  expect(JSON.parse(line)).toMatchObject({ value: `[${value.length} characters]` })
})

test("an error's message, which may quote its input, is not written; its name and frames are", () => {
  const line = written(() => {
    try {
      JSON.parse("canary words")
    } catch (error) {
      Log.error("x", {}, new Error("canary outside", { cause: error }))
    }
  })
  expect(line).not.toContain("canary")
  expect(JSON.parse(line)).toMatchObject({ error: { name: "Error", cause: { name: "SyntaxError" } } })
  expect(line).toContain("log.test.ts")
})
