import type { Context } from "@spec-wizard/core/interviewer"
import type { Draft, Proposal } from "@spec-wizard/core/protocol/operation"
import { expect, test } from "vitest"
import { guarded } from "../src/guarded.ts"
import { contextOf, documentOf, line } from "./model-play.ts"

/** RULE-1 is a model's, RULE-2 the guided interviewer's, in the order in which they wrote. */
const first = documentOf([line("Cakes cost 30 euro.")])
const document = documentOf([line("Paid within 14 days.")], "", first)
const authors = [
  { model: "anthropic/claude", since: 1 },
  { model: "guided", since: 2 },
]
const context: Context = { ...contextOf(["Paid within 14 days.", "Noted. What else?", "No, within 30 days."]), authors }
const { message, transcript } = context

const source = ({ id, text }: { id: typeof message.id; text: string }) => ({
  messageId: id,
  quote: text,
  start: 0,
  end: text.length,
})
const earlier = transcript[0] ?? message
const draft = (from: typeof message) =>
  ({ kind: "rule", text: from.text, evidence: "stated", sources: [source(from)], dependsOn: [] }) as Draft // of its kind

const kept = (proposals: Proposal[], of = context) =>
  guarded({ language: "en", propose: () => proposals }, of).propose(document)

test("what the guided interviewer wrote is not set, retired or replaced without words of this message", () => {
  const retire: Proposal = { op: "retire", id: "RULE-2", reason: "not needed" }
  const set: Proposal = { op: "set", id: "RULE-2", fields: { text: "Paid within 90 days." } }
  expect(kept([retire, set])).toEqual([])
  // It stands beside it, so that the numbers of the lines after it stay right.
  const item = draft(earlier)
  expect(kept([{ op: "supersede", id: "RULE-2", item, as: "$1" }])).toEqual([{ op: "add", item, as: "$1" }])
})

test("with them it is the visitor who changes it", () => {
  const proposals: Proposal[] = [{ op: "supersede", id: "RULE-2", item: draft(message) }]
  expect(kept(proposals)).toEqual(proposals)
})

test("a model goes on with its own lines, adds, and answers, as it likes", () => {
  const proposals: Proposal[] = [
    { op: "set", id: "RULE-1", fields: { text: "Cakes cost 35 euro." } },
    { op: "add", item: draft(earlier) },
    { op: "link", id: "RULE-2", to: "RULE-1" },
  ]
  expect(kept(proposals)).toEqual(proposals)
})

test("where the guided interviewer has written nothing, nothing is held back", () => {
  const retire: Proposal = { op: "retire", id: "RULE-2", reason: "not needed" }
  const { authors: _, ...nobodys } = context
  expect(kept([retire], nobodys)).toEqual([retire])
  expect(kept([retire], { ...context, authors: authors.slice(0, 1) })).toEqual([retire])
})
