import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { expect } from "vitest"

/**
 * The text is, character for character, the file beside this one that somebody has read and found good. `UPDATE_GOLDEN=1` writes it anew:
 * read the difference before it is committed.
 */
export function expectGolden(text: string, name: string): void {
  const url = new URL(name, import.meta.url)
  if (process.env["UPDATE_GOLDEN"] === "1") {
    mkdirSync(dirname(url.pathname), { recursive: true })
    writeFileSync(url, text)
  }
  expect(text).toBe(readFileSync(url, "utf8"))
}
