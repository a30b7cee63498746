import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { DatabaseSync } from "node:sqlite"
import { expect, test } from "vitest"
import { ROOT } from "../src/functions.ts"

const fresh = () => mkdtempSync(path.join(tmpdir(), "spec-wizard-test-"))

/** What `start` says when it cannot. */
const start = (directory: string) =>
  new Promise<{ code: unknown; said: string }>((resolve) => {
    const env = { ...process.env, DATA_DIR: directory, PORT: "0", LOG_LEVEL: "silent" }
    execFile(process.execPath, ["packages/local/src/main.ts"], { cwd: ROOT, env }, (error, _, said) =>
      resolve({ code: error?.code, said }),
    )
  })

function whole(): string {
  const directory = fresh()
  const tables = new DatabaseSync(path.join(directory, "table.db"))
  tables.exec("CREATE TABLE some (text TEXT)")
  tables.prepare("INSERT INTO some VALUES (?)").run("word ".repeat(10_000))
  tables.close()
  return directory
}

test.each([
  ["a file in its place", "is no directory", () => path.join(fresh(), "data"), ""],
  ["garbage for tables", "are damaged and were left as they are", fresh, "table.db"],
])("%s is told in one line, and nothing is written over", async (_, reason, make, name) => {
  const directory = make()
  const file = path.join(directory, name)
  writeFileSync(file, "something else entirely, and long enough to have a header in a file that had one ".repeat(10))
  const before = readFileSync(file)
  const { code, said } = await start(directory)
  expect(code).toBe(1)
  expect(said).toContain(reason)
  expect(said.trim().split("\n")).toHaveLength(1)
  expect(readFileSync(file)).toEqual(before)
})

test("tables that were cut off are told in one line, and stay as they are", async () => {
  const directory = whole()
  const file = path.join(directory, "table.db")
  const cut = readFileSync(file).subarray(0, 8_192)
  expect(cut.length).toBeLessThan(readFileSync(file).length)
  writeFileSync(file, cut)
  const { code, said } = await start(directory)
  expect(code).toBe(1)
  expect(said).toContain("are damaged and were left as they are")
  expect(said.trim().split("\n")).toHaveLength(1)
  expect(readFileSync(file)).toEqual(cut)
})
