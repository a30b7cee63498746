import { expect, test } from "vitest"
import { advance } from "../src/document/apply.ts"
import { diff } from "../src/document/diff.ts"
import { resolve } from "../src/document/propose.ts"
import { empty, type Source } from "../src/protocol/document.ts"
import type * as Operation from "../src/protocol/operation.ts"

const TEXT = "No delivery. At most 12 cakes a day."
const messageId = "msg_01J00000000000000000000000"
const source: Source = { messageId, quote: "No delivery", start: 0, end: 11 }
const rule: Operation.Draft = {
  kind: "rule",
  text: "No delivery",
  sources: [source],
  evidence: "stated",
  dependsOn: [],
}
const textOf = (id: string) => (id === messageId ? TEXT : undefined)
const proposed = (proposals: Operation.Proposal[], document = filled) => resolve(document, proposals, { textOf })

const add = (change: object): Operation.Proposal => ({ op: "add", item: { ...rule, ...change } as Operation.Draft }) // spoiled on purpose
const filled = advance(empty("en"), {
  version: 1,
  operations: resolve(empty("en"), [add({}), add({}), add({})], { textOf }),
})
const closed = advance(filled, { version: 2, operations: [{ op: "retire", id: "RULE-2" }] })
const locked = advance(filled, { version: 2, operations: [{ op: "lock", id: "RULE-2" }] })

test.each<[string, Operation.Proposal[], string, typeof filled?]>([
  ["claims the visitor's agreement", [add({ evidence: "confirmed" })], "evidence"],
  ["quotes what was not said", [add({ sources: [{ ...source, quote: "No Delivery" }] })], "quote"],
  ["quotes another place", [add({ sources: [{ ...source, start: 1, end: 12 }] })], "quote"],
  ["quotes a message that nobody knows", [add({ sources: [{ ...source, messageId: "msg_x" }] })], "quote"],
  ["depends on what is not there", [add({ dependsOn: ["FR-9"] })], "dangling"],
  ["depends on a line that is closed", [add({ dependsOn: ["RULE-2"] })], "dangling", closed],
  ["links to what is not there", [{ op: "link", id: "RULE-1", to: "FR-9" }], "dangling"],
  ["links a line to itself", [{ op: "link", id: "RULE-1", to: "RULE-1" }], "dangling"],
  ["sets what only code decides", [{ op: "set", id: "RULE-1", fields: { state: "accepted" } }], "shape"],
  ["sets a field of another kind", [{ op: "set", id: "RULE-1", fields: { target: "5" } }], "shape"],
  [
    "adds a dependency that is not there",
    [{ op: "addTo", id: "RULE-1", field: "dependsOn", values: ["FR-9"] }],
    "dangling",
  ],
  ["replaces a list", [{ op: "set", id: "RULE-1", fields: { dependsOn: ["RULE-2"] } }], "shape"],
  ["changes an unknown line", [{ op: "retire", id: "RULE-9", reason: "x" }], "unknown"],
  ["changes a closed line", [{ op: "retire", id: "RULE-2", reason: "x" }], "closed", closed],
  ["changes a locked line", [{ op: "supersede", id: "RULE-2", item: rule }], "locked", locked],
  [
    "closes a line twice",
    [
      { op: "supersede", id: "RULE-2", item: rule },
      { op: "retire", id: "RULE-2", reason: "x" },
    ],
    "closed",
  ],
  ["answers what is no question", [{ op: "answer", id: "RULE-1", text: "Yes", sources: [] }], "shape"],
  ["is too long", [add({ text: "x".repeat(2_001) })], "shape"],
])("a patch that %s is refused, with all that came with it", (_, proposals, fault, document) => {
  expect(() => proposed([add({}), ...proposals], document)).toThrow(expect.objectContaining({ fault }))
})

test("part of a quote that the document has already may be quoted again, when its message is not at hand", () => {
  const part = { messageId, quote: "delivery", start: 3, end: 11 } as const
  const again = (source: object) =>
    resolve(filled, [add({ evidence: "inferred", sources: [{ ...part, ...source }] })], { textOf: () => undefined })
  expect(again({})).toHaveLength(1)
  for (const wrong of [{ quote: "Delivery" }, { start: 4 }, { end: 12 }, { messageId: "msg_x" }])
    expect(() => again(wrong)).toThrow(expect.objectContaining({ fault: "quote" }))
})

test("lines of one patch name each other by handle, in either direction", () => {
  const [first, second] = proposed([
    { op: "add", item: { ...rule, dependsOn: ["$2"] }, as: "$1" },
    { op: "add", item: { ...rule, dependsOn: ["RULE-1"] }, as: "$2" },
  ])
  expect(first).toMatchObject({ item: { id: "RULE-4", dependsOn: ["RULE-5"] } })
  expect(second).toMatchObject({ item: { id: "RULE-5", dependsOn: ["RULE-1"] } })
})

test("a difference tells what is new, what was changed, what is gone and what is back", () => {
  const after = advance(filled, {
    version: 2,
    operations: [
      ...proposed([add({ text: "New", evidence: "inferred" })]),
      { op: "retire", id: "RULE-1" },
      { op: "set", id: "RULE-3", fields: { text: "Other" } },
    ],
  })
  const ids = ({ added, changed, removed }: ReturnType<typeof diff>) => ({
    added: added.map(({ id }) => id),
    changed: changed.map(({ before, after }) => `${before.text} → ${after.text}`),
    removed: removed.map(({ id }) => id),
  })
  expect(ids(diff(filled, after))).toEqual({ added: ["RULE-4"], changed: ["No delivery → Other"], removed: ["RULE-1"] })
  expect(ids(diff(after, filled))).toEqual({ added: ["RULE-1"], changed: ["Other → No delivery"], removed: ["RULE-4"] })
})
