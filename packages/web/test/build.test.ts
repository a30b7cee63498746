import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { build } from "vite"
import { beforeAll, expect, test, vi } from "vitest"
import { keeping } from "../src/words/keeping/words.ts"
import { submission } from "../src/words/submission/words.ts"
import { languages, words } from "../src/words/words.ts"

const FIRST_LOAD_BYTES = 60 * 1024
const root = fileURLToPath(new URL("..", import.meta.url))
const files = new Map<string, string>()
let html = ""

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production") // as it is deployed; a test's own would leave in what is for developers
  const built = await build({ root, logLevel: "error", build: { write: false } })
  for (const { output } of [built].flat().filter((result) => "output" in result)) {
    for (const file of output) files.set(file.fileName, file.type === "chunk" ? file.code : String(file.source))
  }
  html = files.get("index.html") ?? ""
})

const named = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? "")

test("script and style of the first load fit into 60 KB gzip", () => {
  const first = named(/(?:src|href)="\/(assets\/[^"]+)"/g)
  const sizes = first.map((name) => gzipSync(files.get(name) ?? "").length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`first load: ${(total / 1024).toFixed(1)} KB gzip (${first.join(", ")})`)
  expect(first.filter((name) => name.endsWith(".css"))).toHaveLength(1)
  expect(total).toBeLessThan(FIRST_LOAD_BYTES)
})

test("the parser and the sanitiser are not in the first load", () => {
  const first = named(/(?:src|href)="\/(assets\/[^"]+)"/g).map((name) => files.get(name) ?? "")
  expect(first.join("")).not.toContain("DOMPurify")
  expect([...files.values()].join("")).toContain("DOMPurify")
})

test("what is seldom needed is not in the first load: the dialogs, and the pages beside the conversation", () => {
  const first = named(/(?:src|href)="\/(assets\/[^"]+)"/g).map((name) => files.get(name) ?? "")
  for (const language of languages) {
    const { erase, link } = keeping[language]
    expect(first.join("")).not.toContain(erase.final)
    expect([...files.values()].join("")).toContain(link.otherBrowser)
    expect(first.join("")).not.toContain(submission[language].consent)
    expect([...files.values()].join("")).toContain(submission[language].status.unknown)
  }
})

test("nothing is inline and nothing comes from another host", () => {
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|data:/)
  for (const address of named(/(?:src|href|action)="([^"]*)"/g)) expect(address).toMatch(/^(?:\?$|\/(?!\/))/) // "?": this page again
  for (const [name, source] of files) if (name.endsWith(".css")) expect(source).not.toMatch(/@import|url\(/)
})

test.each(languages)("the first paint shows words in %s", (language) => {
  for (const text of [words[language].first.heading, words[language].first.lead, words[language].send]) {
    expect(html).toContain(`<span class="in" lang="${language}">${text}</span>`)
  }
  expect(html).not.toMatch(/%\w+%/)
})
