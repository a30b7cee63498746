import * as fc from "fast-check"
import { expect, test } from "vitest"
import { advance } from "../src/document/apply.ts"
import { diff } from "../src/document/diff.ts"
import * as Edit from "../src/document/edit.ts"
import { readiness } from "../src/document/readiness.ts"
import { type Document, Document as DocumentSchema, empty, type Item } from "../src/protocol/document.ts"
import { Patch } from "../src/protocol/patch.ts"
import { type Played, play, steps, textOf } from "./specification-play.ts"

/** fast-check prints the seed of a run that fails. */
const holds = (check: (played: Played) => void): void =>
  void fc.assert(
    fc.property(steps, (all) => check(play(all))),
    { numRuns: 300 },
  )

const lineOf = (document: Document | undefined, id: string) => document?.items.find((item) => item.id === id)
const pairs = ({ documents }: Played) =>
  documents.slice(1).map((after, index): [Document, Document] => [documents[index] ?? empty("en"), after])

test("most random steps are taken, and some are refused, so that the properties below say something", () => {
  let taken = 0
  let refused = 0
  const undone = { times: 0 }
  holds((played) => {
    taken += played.patches.length
    refused += played.refused
    undone.times += played.patches.flatMap(({ operations }) => operations).filter(({ op }) => op === "undo").length
  })
  expect(taken).toBeGreaterThan(1_500)
  expect(refused).toBeGreaterThan(500)
  expect(undone.times).toBeGreaterThan(50)
})

test("a number is never used twice, also when its line was taken away", () =>
  holds(({ patches }) => {
    const seen = new Set<string>()
    for (const { operations } of patches)
      for (const operation of operations)
        if (operation.op === "add" || operation.op === "supersede") {
          expect(seen).not.toContain(operation.item.id)
          seen.add(operation.item.id)
        }
  }))

test("what was concluded or filled in is accepted by the visitor's act alone", () =>
  holds(({ documents }) => {
    for (const { items } of documents)
      for (const item of items)
        if (item.state === "accepted" && !(item.kind === "question" && item.answer))
          expect(["stated", "from_document", "confirmed"]).toContain(item.evidence)
  }))

test("a locked line stays as it is until it is unlocked", () =>
  holds((played) => {
    for (const [index, [before, after]] of pairs(played).entries()) {
      const operations = played.patches[index]?.operations ?? []
      const freed = new Set(
        operations.flatMap((one) =>
          one.op === "unlock" ? [one.id] : one.op === "undo" ? one.items.map(({ id }) => id) : [],
        ),
      )
      for (const item of before.items)
        if (item.locked !== "none" && !freed.has(item.id)) expect(lineOf(after, item.id)).toEqual(item)
    }
  }))

test("every quote stands in its message, to the letter", () =>
  holds(({ documents }) => {
    for (const { sources } of documents.at(-1)?.items ?? [])
      for (const { messageId, quote, start, end } of sources) expect(textOf(messageId)?.slice(start, end)).toBe(quote)
  }))

test("a line depends on lines that are there", () =>
  holds(({ documents }) => {
    for (const { items } of documents) {
      const ids = new Set<string>(items.map(({ id }) => id))
      for (const item of items) for (const id of item.dependsOn) expect(ids).toContain(id)
    }
  }))

test("taking back the latest change gives the lines as they were", () =>
  holds((played) => {
    const [document, after] = pairs(played).at(-1) ?? []
    if (!document || !after || isUndo(played.patches.at(-1))) return
    let undo: ReturnType<typeof Edit.resolve>
    try {
      undo = Edit.resolve(after, { op: "undo" }, { of: after.version, document, after })
    } catch {
      // Nothing had changed: a line was confirmed that was, or locked that was.
      expect(diff(document, after)).toMatchObject({ added: [], changed: [], removed: [] })
      return
    }
    const back = advance(after, { version: after.version + 1, operations: [undo] })
    expect(back.items).toEqual(document.items)
    expect(diff(document, back)).toMatchObject({ added: [], changed: [], removed: [] })
  }))

const isUndo = (patch: Played["patches"][number] | undefined) => patch?.operations.some(({ op }) => op === "undo")

test("folding the patches, after their way through JSON and their schema, gives the document, which is whole", () =>
  holds(({ patches, documents }) => {
    const folded = patches.reduce((document, patch) => {
      const complete = { ...patch, readiness: readiness(document), by: "visitor" }
      return advance(document, Patch.parse(JSON.parse(JSON.stringify(complete))))
    }, empty("en"))
    expect(folded).toEqual(documents.at(-1))
    expect(DocumentSchema.parse(JSON.parse(JSON.stringify(folded)))).toEqual(folded)
  }))

test("a difference tells of every line that is not what it was", () =>
  holds(({ documents }) => {
    const [first, last] = [documents[Math.floor(documents.length / 2)], documents.at(-1)]
    if (!first || !last) return
    const { added, changed, removed } = diff(first, last)
    const told = new Set([...added, ...removed, ...changed.map(({ after }) => after)].map(({ id }) => id))
    for (const id of new Set([...first.items, ...last.items].map((item) => item.id)))
      expect(told.has(id)).toBe(visible(lineOf(first, id)) !== visible(lineOf(last, id)))
  }))

/** A line that is gone is gone, however. */
const visible = (item: Item | undefined) =>
  item === undefined || item.state === "retired" || item.state === "superseded"
    ? "gone"
    : JSON.stringify({ ...item, changedIn: 0 })
