import { expect, test } from "vitest"
import { canTakeBack, counted, difference, documentAt, documents, total } from "../src/document/versions.ts"
import { languages, words } from "../src/words/words.ts"
import { line, patchesOf } from "./document.ts"

const patches = patchesOf(
  [
    { op: "add", item: line("RULE-1") },
    { op: "add", item: line("RULE-2") },
  ],
  [{ op: "set", id: "RULE-1", fields: { text: "Otherwise" } }],
  [
    { op: "retire", id: "RULE-2" },
    { op: "add", item: line("RULE-3", { addedIn: 3, changedIn: 3 }) },
  ],
  [{ op: "link", id: "RULE-3", to: "RULE-1" }],
)
const between = (from: number, to: number) => difference(documentAt(patches, from), documentAt(patches, to))

test("the document of every version can be had, the first one being empty", () => {
  expect(documentAt(patches, 0).items).toEqual([])
  expect(documentAt(patches, 2).items.map(({ text }) => text)).toEqual(["Otherwise", "Text of RULE-2"])
})

test("counts each line that looks different once, however often it was changed", () => {
  expect(counted(between(0, 1))).toEqual({ added: 2, changed: 0, removed: 0 })
  expect(counted(between(1, 3))).toEqual({ added: 1, changed: 1, removed: 1 })
  expect(counted(between(0, 4))).toEqual({ added: 2, changed: 0, removed: 0 }) // one of the three has come and gone
  expect(total(counted(between(1, 4)))).toBe(3)
})

test("a document that began with a file goes on from the file's version, and is empty before it", () => {
  const [first, second] = patchesOf(
    [{ op: "add", item: line("RULE-1", { addedIn: 3 }) }],
    [{ op: "retire", id: "RULE-1" }],
  )
  if (!first || !second) throw new Error("there are two")
  const imported = [
    { ...first, version: 7, by: "import" as const, used: { rule: 4 } },
    { ...second, version: 8 },
  ]
  expect([0, 6, 7, 8].map((version) => documentAt(imported, version).items.map(({ state }) => state))).toEqual([
    [],
    [],
    ["accepted"],
    ["retired"],
  ])
  expect(documentAt(imported, 8)).toMatchObject({ version: 8, used: { rule: 4 } })
  expect(documents(imported).map(({ version }) => version)).toEqual([0, 7, 8])
})

test("a link between lines is nothing that a reader sees change", () => {
  expect(total(counted(between(3, 4)))).toBe(0)
})

test("only a version whose lines are still as it left them can be taken back", () => {
  const [v0, v1, v2, v3] = documents(patches)
  if (!v0 || !v1 || !v2 || !v3) throw new Error("there are four")
  expect([canTakeBack(v0, v1, v3), canTakeBack(v1, v2, v3), canTakeBack(v2, v3, v3)]).toEqual([false, true, true])
})

test.each(languages)("says how many lines in %s, and nothing for none", (language) => {
  const { counts } = words[language].sides
  expect(counts({ added: 0, changed: 0, removed: 0 })).toBe("")
  expect(counts({ added: 2, changed: 1, removed: 0 })).toMatch(/^2 .+, 1 \S+$/)
})
