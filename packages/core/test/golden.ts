import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { expect } from "vitest"

/**
 * The text is, character for character, the file that somebody has read and found good. `UPDATE_GOLDEN=1` writes it anew:
 * read the difference before it is committed.
 */
export function expectGolden(text: string, file: URL): void {
  if (process.env["UPDATE_GOLDEN"] === "1") {
    mkdirSync(dirname(file.pathname), { recursive: true })
    writeFileSync(file, text)
  }
  expect(text).toBe(readFileSync(file, "utf8"))
}
