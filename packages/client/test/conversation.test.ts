import type { ItemOf } from "@spec-wizard/core/protocol/document"
import type * as Event from "@spec-wizard/core/protocol/event"
import type { Aside } from "@spec-wizard/core/protocol/turn"
import { expect, test } from "vitest"
import { Conversation } from "../src/conversation.ts"
import { AT, id } from "./reference-server.ts"

const fact = (seq: number) => ({ seq, id: id("evt", seq), at: AT })
const started = (seq: number, turn: number, attempt = 1): Event.Known => ({
  ...fact(seq),
  type: "turn.started",
  turnId: id("trn", turn),
  attempt,
  stages: 1,
})
const answered = (seq: number, turn: number, text: string): Event.Known => ({
  ...fact(seq),
  type: "message.appended",
  message: { id: id("msg", seq), seq, at: AT, role: "wizard", text, turnId: id("trn", turn) },
})
const stopped = (seq: number, turn: number, asides: Aside[] = []): Event.Known => ({
  ...fact(seq),
  type: "turn.stopped",
  turnId: id("trn", turn),
  attempt: 1,
  asides,
})
const delta = (turn: number, offset: number, text: string) => ({
  type: "delta" as const,
  turnId: id("trn", turn),
  attempt: 1,
  offset,
  text,
})

test("a running reply that we joined survives the reading of older turns", () => {
  const conversation = new Conversation()
  conversation.soFar({ type: "turn", turnId: id("trn", 3), attempt: 1, text: "So far" })
  for (const event of [started(1, 1), stopped(2, 1), started(3, 2), answered(4, 2, "Second")]) conversation.apply(event)
  expect(conversation.turn).toMatchObject({ id: id("trn", 3), text: "So far" })
  expect(conversation.ended).toBeUndefined()
  conversation.apply(started(5, 3))
  expect(conversation.turn).toMatchObject({ text: "So far", attempt: 1 })
})

test("a reply that is whole is a message, and what goes on behind it keeps the server busy and starts nothing over", () => {
  const conversation = new Conversation()
  conversation.caughtUp = true
  conversation.apply(started(1, 1))
  conversation.delta(delta(1, 0, "Who orders?"))
  conversation.apply(answered(2, 1, "Who orders?"))
  for (const event of [undefined, started(3, 1, 2)]) {
    if (event) conversation.apply(event) // its worker was lost, another one goes on
    expect(conversation).toMatchObject({ turn: undefined, noting: id("trn", 1), isBusy: true })
  }
  conversation.soFar({ type: "turn", turnId: id("trn", 1), attempt: 2, text: "" })
  expect(conversation.turn).toBeUndefined()
  conversation.apply(stopped(4, 1))
  expect(conversation).toMatchObject({ turn: undefined, noting: undefined, isBusy: false })
})

test("history is read without being told again, what is new is told", () => {
  const conversation = new Conversation()
  conversation.apply(started(1, 1))
  expect(conversation.apply(answered(2, 1, "Old"))).toBeUndefined()
  conversation.caughtUp = true
  conversation.apply(started(3, 2))
  expect(conversation.apply(answered(4, 2, "New"))).toMatchObject({ offset: 0, text: "New" })
})

test("a reply overtaken by the next turn still gets its rest when the log comes to it", () => {
  const conversation = new Conversation()
  conversation.delta(delta(1, 0, "First "))
  conversation.delta(delta(2, 0, "Second"))
  expect(conversation.turn).toMatchObject({ id: id("trn", 2) })
  expect(conversation.apply(answered(1, 1, "First reply"))).toMatchObject({ offset: 6, text: "reply" })
  expect(conversation.delta(delta(1, 11, "ghost"))).toBeUndefined()
  expect(conversation.turn).toMatchObject({ id: id("trn", 2), text: "Second" })
})

test("a stale frame of a turn whose id sorts later, made by a clock that was ahead, costs the running reply nothing", () => {
  const conversation = new Conversation()
  conversation.delta(delta(1, 0, "Running "))
  conversation.delta(delta(2, 0, "Stale"))
  conversation.apply(answered(1, 2, "Stale"))
  expect(conversation.delta(delta(1, 8, "reply"))).toMatchObject({ offset: 8, text: "reply" })
  expect(conversation.turn).toMatchObject({ id: id("trn", 1), text: "Running reply" })
})

test("a stored message that differs from what was streamed starts the text over", () => {
  const conversation = new Conversation()
  conversation.delta(delta(1, 0, "Draft"))
  expect(conversation.apply(answered(1, 1, "Revised"))).toMatchObject({ offset: 0, text: "Revised" })
})

test("a reply and its message are never shown at the same time", () => {
  const conversation = new Conversation()
  conversation.delta(delta(1, 0, "Whole"))
  conversation.apply(answered(1, 1, "Whole"))
  expect(conversation.turn).toBeUndefined()
  expect(conversation.messages).toHaveLength(1)
})

const patched = (seq: number, version: number, text: string): Event.Known => ({
  ...fact(seq),
  type: "specification.patched",
  version,
  ...(version === 1 && { language: "de" }),
  operations: [{ op: "add", item: { ...rule, id: `RULE-${version}`, text } }],
  readiness: { level: "not-yet", missing: [{ code: "goal" }] },
  by: "interviewer",
})
const rule: Omit<ItemOf<"rule">, "id" | "text"> = {
  kind: "rule",
  sources: [],
  dependsOn: [],
  state: "accepted",
  evidence: "stated",
  locked: "none",
  addedIn: 1,
  changedIn: 1,
}

test("the document is the fold of its patches, in its own language, and goes with the log", () => {
  const conversation = new Conversation()
  expect(conversation.document).toBeUndefined()
  for (const event of [patched(1, 1, "Keine Lieferung"), answered(2, 1, "Gut"), patched(3, 2, "Zwölf Torten")])
    conversation.apply(event)
  expect(conversation.document).toMatchObject({ version: 2, language: "de" })
  expect(conversation.document?.items.map(({ id, text }) => `${id} ${text}`)).toEqual([
    "RULE-1 Keine Lieferung",
    "RULE-2 Zwölf Torten",
  ])
  expect(conversation.patches.map(({ seq }) => seq)).toEqual([1, 3])
  conversation.reset()
  expect(conversation.document).toBeUndefined()
  expect(conversation.patches).toEqual([])
})

test("knows what of each message was beside the matter as soon as its turn has ended; another turn for it replaces that", () => {
  const conversation = new Conversation()
  const said = (seq: number): Event.Known => ({
    ...fact(seq),
    type: "message.appended",
    message: { id: id("msg", seq), seq, at: AT, role: "visitor", text: "Hello. We bake." },
  })
  const hello = { start: 0, end: 6, act: "greeting" } as const
  conversation.apply(said(1))
  conversation.apply(started(2, 1))
  expect(conversation.asides.has(id("msg", 1))).toBe(false)
  conversation.apply(stopped(3, 1))
  const before = conversation.asides
  expect([...before]).toEqual([[id("msg", 1), []]])
  conversation.apply(started(4, 2))
  expect(conversation.asides).toBe(before)
  conversation.apply(answered(5, 2, "Good morning"))
  conversation.apply(stopped(6, 2, [hello]))
  conversation.apply(said(7))
  conversation.apply(stopped(8, 3))
  expect([...conversation.asides]).toEqual([
    [id("msg", 1), [hello]],
    [id("msg", 7), []],
  ])
  conversation.reset()
  expect(conversation.asides.size).toBe(0)
})
