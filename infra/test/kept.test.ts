import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { digestOfSources } from "../bundle/kept.ts"

let root: string
const write = async (file: string, text: string) => {
  await mkdir(path.join(root, path.dirname(file)), { recursive: true })
  await writeFile(path.join(root, file), text)
}
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "kept-"))
  await write("pnpm-lock.yaml", "versions")
  await write("infra/bundle/bundle.ts", "how")
  await write("packages/chat/package.json", "{}")
  await write("packages/chat/src/reply/answer.ts", "one")
})
afterEach(() => rm(root, { recursive: true }))

test.each([
  ["a source changes", () => write("packages/chat/src/reply/answer.ts", "other")],
  ["a source comes", () => write("packages/chat/src/reply.ts", "")],
  [
    "a source has another name",
    () => rename(path.join(root, "packages/chat/src/reply"), path.join(root, "packages/chat/src/turn")),
  ],
  ["a package says otherwise what it exports", () => write("packages/chat/package.json", '{ "exports": {} }')],
  ["a version changes", () => write("pnpm-lock.yaml", "other versions")],
  ["it is bundled otherwise", () => write("infra/bundle/plugins.mjs", "")],
])("kept code is none of ours any more when %s", async (_, change) => {
  const before = await digestOfSources(root)
  expect(await digestOfSources(root)).toBe(before)
  await change()
  expect(await digestOfSources(root)).not.toBe(before)
})
