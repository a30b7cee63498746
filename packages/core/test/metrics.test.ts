import { afterEach, describe, expect, test, vi } from "vitest"
import * as Id from "../src/id.ts"
import * as Log from "../src/log.ts"
import { Change, tallyOf } from "../src/metrics/change.ts"
import { figuresOf } from "../src/metrics/figures.ts"
import { Day } from "../src/protocol/metrics.ts"

afterEach(() => vi.unstubAllEnvs())

const S = (text: string) => ({ S: text })
const N = (number: number) => ({ N: String(number) })
const ULID = Id.create("ses", Date.parse("2024-11-22T09:00:00.000Z")).slice(4)
const change = (eventName: string, NewImage: object, OldImage?: object) =>
  tallyOf(Change.parse({ eventID: "e", eventName, dynamodb: { SequenceNumber: "1", NewImage, OldImage } }))

describe("what a change adds", () => {
  const submission = {
    pk: S("submission#SPEC-K7MT-4XQ9"),
    sk: S("submission"),
    createdAt: S("2024-11-22T10:30:00.000Z"),
    sessionId: S(Id.create("ses", Date.parse("2024-11-21T10:00:00.000Z"))),
  }

  test("a submission counts with the time since its session began, and once", () => {
    const sums = { submissions: 1, submittedSeconds: 24.5 * 3600 }
    expect(change("INSERT", submission)).toEqual({ day: "2024-11-22", sums })
    expect(change("MODIFY", submission, submission)).toBeUndefined()
    expect(change("REMOVE", submission)).toBeUndefined()
  })

  const reservation = { pk: S(`reservation#trn_${ULID}`), sk: S("attempt#1"), turnId: S(`trn_${ULID}`), attempt: N(1) }
  const open = {
    ...reservation,
    status: S("open"),
    spentMicroUsd: N(40),
    leaseUntil: N(1),
    microUsd: N(500),
    sessionId: S(`ses_${ULID}`),
    network: S("n"),
    day: S("2024-11-23"),
    stage: { L: [{ M: { shard: N(1), microUsd: N(500) } }] },
  }
  const ended = (status: string, spent: number) => ({ ...reservation, status: S(status), spentMicroUsd: N(spent) })

  test("money counts when it is settled, on the day it was taken for, and what comes later is added", () => {
    expect(change("INSERT", open)).toBeUndefined()
    expect(change("MODIFY", { ...open, spentMicroUsd: N(60) }, open)).toBeUndefined()
    expect(change("MODIFY", ended("settled", 90), open)).toEqual({ day: "2024-11-23", sums: { costMicroUsd: 90 } })
    expect(change("MODIFY", ended("lapsed", 40), open)).toEqual({ day: "2024-11-23", sums: { costMicroUsd: 40 } })
    const after = change("MODIFY", ended("settled", 90), ended("lapsed", 40))
    expect(after).toEqual({ day: "2024-11-22", sums: { costMicroUsd: 50 } })
    expect(change("MODIFY", ended("settled", 0), open)).toBeUndefined()
  })

  test("an export counts when it is asked for, whatever becomes of it", () => {
    const event = (status: string) => {
      const info = { id: S(`exp_${ULID}`), status: S(status), format: S("pdf"), version: N(1), createdAt: S("x") }
      const fact = { seq: N(4), id: S(`evt_${ULID}`), at: S("2024-11-22T23:59:59.999Z"), type: S("export.changed") }
      return {
        pk: S(`session#ses_${ULID}`),
        sk: S("event#0000000004"),
        events: { L: [{ M: { ...fact, export: { M: info } } }] },
      }
    }
    expect(change("INSERT", event("queued"))).toEqual({ day: "2024-11-22", sums: { exports: 1 } })
    for (const later of ["rendering", "stored", "sent", "failed"])
      expect(change("INSERT", event(later))).toBeUndefined()
  })

  test("what it writes itself adds nothing, nor does what says nothing of a visitor", () => {
    for (const [pk, sk] of [
      ["metrics#2024-11", "day#2024-11-22#0"],
      ["counted#e", "counted"],
      [`session#ses_${ULID}`, "submission"],
      [`session#ses_${ULID}`, "connection#c"],
      ["limit#a", "window#1"],
      ["audit#2024-11", "audit#1"],
    ] as const) {
      const item = { pk: S(pk), sk: S(sk) }
      for (const name of ["INSERT", "MODIFY"]) expect(change(name, item, item), pk).toBeUndefined()
    }
  })
})

test("a day is one of the calendar", () => {
  expect(Day.safeParse("2024-02-29").success).toBe(true)
  for (const none of ["2023-02-29", "2024-04-31", "2024-13-01", "2024-1-1", "1999-01-01", "2024-01-01T00:00:00Z"])
    expect(Day.safeParse(none).success, none).toBe(false)
})

describe("the line for CloudWatch", () => {
  function line(figures: Record<string, Log.Figure>): Record<string, unknown> {
    vi.stubEnv("LOG_LEVEL", "")
    const lines: string[] = []
    const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => lines.push(String(text)) > 0)
    Log.figures("metrics.counted", "dev", figures)
    spy.mockRestore()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^[^\n]+\n$/)
    return JSON.parse(lines[0] ?? "")
  }
  const day = "2024-11-22"
  const counted = {
    tallies: [
      { day, sums: { sessions: 1 } },
      { day, sums: { submissions: 1, submittedSeconds: 600 } },
      { day, sums: { submissions: 1, submittedSeconds: 1200 } },
      { day, sums: { costMicroUsd: 1_500 } },
    ],
    unreadable: 0,
  }

  test("keeps the rules of the embedded metric format", () => {
    const told = line(figuresOf(counted) ?? {})
    const { _aws: aws, Stage } = told as { _aws: { Timestamp: number; CloudWatchMetrics: Directive[] }; Stage: string }
    type Directive = { Namespace: string; Dimensions: string[][]; Metrics: { Name: string; Unit: string }[] }
    expect(Object.keys(aws).sort()).toEqual(["CloudWatchMetrics", "Timestamp"])
    expect(Math.abs(aws.Timestamp - Date.now())).toBeLessThan(60_000) // in milliseconds
    expect(aws.CloudWatchMetrics).toHaveLength(1)
    const [directive] = aws.CloudWatchMetrics
    expect(directive?.Namespace).toBe("SpecWizard")
    expect(directive?.Dimensions).toEqual([["Stage"]])
    expect(Stage).toBe("dev")
    expect(directive?.Metrics.length).toBeLessThanOrEqual(100)
    for (const { Name, Unit, ...rest } of directive?.Metrics ?? []) {
      expect(rest).toEqual({})
      expect(["Count", "Seconds", "None"]).toContain(Unit)
      const values = [told[Name]].flat()
      expect(values.length, Name).toBeGreaterThan(0)
      expect(values.length, Name).toBeLessThanOrEqual(100)
      for (const value of values) expect(value, Name).toEqual(expect.any(Number))
    }
  })

  test("has what happened, and nothing for a batch in which nothing did", () => {
    expect(line(figuresOf(counted) ?? {})).toMatchObject({
      Sessions: 1,
      Submissions: 2,
      Duration: [600, 1200],
      CostUsd: 0.0015,
      Messages: 0,
    })
    expect(figuresOf({ tallies: [], unreadable: 0 })).toBeUndefined()
    expect(line(figuresOf({ tallies: [], unreadable: 2 }) ?? {})).toMatchObject({ Uncounted: 2 })
  })
})
