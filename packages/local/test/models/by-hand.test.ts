import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { byHand } from "../../src/stand-in/by-hand.ts"
import { answers, said, withModels } from "./asking.ts"

const asked = withModels({ MODEL_PROVIDER: "anthropic", MODEL_TIMEOUT_MS: "300000" })
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "by-hand-"))
})
afterAll(() => rm(folder, { recursive: true }))

const file = (name: string) => path.join(folder, name)
const there = (name: string) => expect.poll(() => readdir(folder)).toContain(name)

test("a request is a file to read, and its answer a file that is waited for, however it is wrong at first", async () => {
  const lines: string[] = []
  asked.standIn.play(byHand(folder, (line) => lines.push(line)))
  const { chat } = await asked.begin()
  const ended = said(chat, "We sell bread, and no delivery.")
  await there("001.request.md")
  const request = await readFile(file("001.request.md"), "utf8")
  for (const part of [
    "## System",
    "You are Spec Wizard",
    "## Tools",
    "### propose",
    '"changes"',
    "## Messages",
    "no delivery",
  ])
    expect(request).toContain(part)

  await writeFile(file("001.answer.json"), '{ "words": "Bread?" }')
  await expect.poll(() => lines.at(-1)).toContain("001.answer.json is no answer yet")
  const change = {
    op: "add",
    kind: "exclusion",
    text: "Delivery",
    evidence: "stated",
    quotes: [{ message: 1, quote: "no delivery" }],
  }
  const answer = { text: "Bread, got it. Who buys it?", tools: [{ name: "propose", input: { changes: [change] } }] }
  await writeFile(file("001.answer.json"), JSON.stringify(answer))
  expect((await ended).model).toMatch(/^anthropic\//)
  expect(answers(chat)).toEqual([answer.text])
  expect(chat.state.document?.items.map(({ text }) => text)).toContain("Delivery")

  const next = said(chat, "Our neighbours buy it.")
  await there("002.request.md")
  await writeFile(file("002.answer.json"), '{ "text": "How many of them are there?" }')
  await next
  expect(answers(chat).at(-1)).toBe("How many of them are there?")
})
