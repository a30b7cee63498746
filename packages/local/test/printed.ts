import { vi } from "vitest"

type Line = { event?: string } & Record<string, unknown>

/** Collects what this process logs under a name, until `stop`. Tests are silent otherwise. */
export function printed(event: string): { lines: readonly Line[]; stop(): void } {
  const level = process.env["LOG_LEVEL"]
  const lines: Line[] = []
  const print = (text: unknown) => {
    for (const line of String(text).split("\n")) if (line.startsWith(`{"level"`)) lines.push(JSON.parse(line))
    return true
  }
  const spy = vi.spyOn(process.stdout, "write").mockImplementation(print)
  process.env["LOG_LEVEL"] = "info"
  return {
    get lines() {
      return lines.filter((line) => line.event === event)
    },
    stop() {
      spy.mockRestore()
      if (level === undefined) delete process.env["LOG_LEVEL"]
      else process.env["LOG_LEVEL"] = level
    },
  }
}

/** What figures of a name come to over all lines. */
export const summed = (lines: readonly Line[], name: string): number =>
  lines.reduce((sum, line) => sum + Number(line[name] ?? 0), 0)
