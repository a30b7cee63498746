import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { messagesOf, readBrief } from "../src/talk/brief.ts"
import { createScreen } from "../src/talk/screen.ts"

test("a brief is split at lines of ---, and nowhere else", () => {
  expect(messagesOf("one\nstill one\n---\n\ntwo -- --- two\r\n--- \r\n\n---\nthree\n----\n")).toEqual([
    "one\nstill one",
    "two -- --- two",
    "three\n----",
  ])
  expect(messagesOf("\n---\n")).toEqual([])
})

test.each<[string, Buffer, string | RegExp]>([
  ["UTF-8 with a mark", Buffer.from("\uFEFFWir führen eine Fähre.\r\n"), "Wir führen eine Fähre."],
  ["UTF-16 of PowerShell", Buffer.from("\uFEFFWir führen eine Fähre.\r\n", "utf16le"), "Wir führen eine Fähre."],
  ["UTF-16, turned round", Buffer.from("\uFEFFFähre", "utf16le").swap16(), "Fähre"],
  ["Latin-1", Buffer.from("Wir führen eine Fähre.", "latin1"), /is not in UTF-8\. Please save it so/],
])("a brief in %s loses no letter, or is refused", async (_, bytes, expected) => {
  const folder = await mkdtemp(path.join(tmpdir(), "brief-"))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = path.join(folder, "brief.md")
  await writeFile(file, bytes)
  if (typeof expected === "string") expect(await readBrief(file)).toEqual([expected])
  else await expect(readBrief(file)).rejects.toThrow(expected)
})

/** What a screen wrote, without the bold and dim of a terminal. */
function written(use: (screen: ReturnType<typeof createScreen>) => void): string {
  let text = ""
  use(
    createScreen({
      write(piece) {
        text += piece
      },
    }),
  )
  return ["1", "2", "22"].reduce((rest, style) => rest.replaceAll(`\u001b[${style}m`, ""), text)
}

const message = (text: string, choices?: { label: string; value: string }[]) => ({
  id: "msg_01J00000000000000000000000" as const,
  seq: 2,
  role: "wizard" as const,
  text,
  at: "2026-11-21T00:00:00.000Z",
  ...(choices && { choices }),
})

test("a reply is written as it grows, its lost tail at the end, and its choices below", () => {
  const text = written((screen) => {
    screen.visitor("Hello")
    screen.piece("Good ", true)
    screen.piece("morn", false)
    screen.reply(message("Good morning.", [{ label: "Yes", value: "yes" }]))
  })
  expect(text).toBe("You: Hello\n\nWizard: Good morning.\n  1. Yes\n\n")
})

test("a reply that starts over, or that differs from what was written, is written anew", () => {
  const text = written((screen) => {
    screen.piece("First", true)
    screen.piece("Second", true)
    screen.reply(message("Third"))
  })
  expect(text).toBe("Wizard: First\n\nWizard: Second\n\nWizard: Third\n\n")
})

test("nothing that is said can command the terminal", () => {
  const text = written((screen) => {
    screen.piece("\u001b[2Jred\u0007\u009b31m\tand\nplain", true)
    screen.reply(message("\u001b[2Jred\u0007\u009b31m\tand\nplain"))
  })
  expect(text).toBe("Wizard: [2Jred31m\tand\nplain\n\n")
})
