import { Status } from "@spec-wizard/core/protocol/turn"
import { expect, test } from "vitest"
import * as Reservation from "../../packages/core/src/budget/item.ts"
import * as EventItem from "../../packages/core/src/event/item.ts"
import { Change, tallyOf } from "../../packages/core/src/metrics/change.ts"
import * as SessionItem from "../../packages/core/src/session/item.ts"
import * as Submission from "../../packages/core/src/submission/item.ts"
import type { Key } from "../../packages/core/src/table/table.ts"
import * as TurnItem from "../../packages/core/src/turn/item.ts"
import { COUNTED } from "../count-filter.ts"

const SESSION = "ses_01K9ZB6Q4W3H2G1F0E9D8C7B6A"
const TURN = "trn_01K9ZB6Q4W3H2G1F0E9D8C7B6B"
const AT = "2026-11-22T09:00:00.000Z"

type Leaf = string | { prefix: string } | { "anything-but": string[] }

/** Lambda's filters, as far as ours go: every field that is named, any of what stands there. */
function passes(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.some((leaf: Leaf) => matches(leaf, value))
  return Object.entries(pattern ?? {}).every(([name, inner]) => {
    const found = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined // names to values
    return found !== undefined && passes(inner, found)
  })
}

function matches(leaf: Leaf, value: unknown): boolean {
  if (typeof leaf === "string") return leaf === value
  if (typeof value !== "string") return false
  return "prefix" in leaf ? value.startsWith(leaf.prefix) : !leaf["anything-but"].includes(value)
}

const typed = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { S: value }]))

function record(eventName: string, { pk, sk }: Key, fields: Record<string, string> = {}) {
  const Keys = typed({ pk, sk })
  const image = { ...Keys, ...typed(fields) }
  return { eventID: "1", eventName, dynamodb: { SequenceNumber: "1", Keys, NewImage: image, OldImage: image } }
}

const isTold = (change: ReturnType<typeof record>) => COUNTED.some((pattern) => passes(pattern, change))

test("of everything that is counted, the counting is told", () => {
  const counted = {
    session: record("INSERT", SessionItem.key(SESSION), { createdAt: AT }),
    events: record("INSERT", EventItem.key(SESSION, 12)),
    submission: record("INSERT", Submission.key("SW-2026-ABCDEF")),
    settled: record("MODIFY", Reservation.key({ turnId: TURN, attempt: 1 }), { status: "settled" }),
    lapsed: record("MODIFY", Reservation.key({ turnId: TURN, attempt: 1 }), { status: "lapsed" }),
  }
  for (const [what, change] of Object.entries(counted)) expect(isTold(change), what).toBe(true)
  expect(tallyOf(Change.parse(counted.session))).toMatchObject({ sums: { sessions: 1 } })
})

test("of a turn it is told when that has ended, however it did, and of none of its heartbeats", () => {
  for (const status of Status.options) {
    const turn = record("MODIFY", TurnItem.key(SESSION, TURN), { status, createdAt: AT })
    expect(isTold(turn), status).toBe(!["pending", "running"].includes(status))
  }
})

test("of a reservation it is told at its end, and not of what is recorded meanwhile", () => {
  const recorded = record("MODIFY", Reservation.key({ turnId: TURN, attempt: 1 }), { status: "open" })
  expect(isTold(recorded)).toBe(false)
})

test("it is not told of what it writes itself, nor of what is taken away", () => {
  expect(isTold(record("INSERT", { pk: "counted#1", sk: "counted" }))).toBe(false)
  expect(isTold(record("MODIFY", { pk: "metrics#2026-11", sk: "day#2026-11-22#0" }))).toBe(false)
  expect(isTold(record("REMOVE", SessionItem.key(SESSION)))).toBe(false)
  expect(isTold(record("INSERT", { pk: "connection#abc", sk: "connection" }))).toBe(false)
})
