import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { createSession } from "@spec-wizard/core/access/create-session"
import * as Device from "@spec-wizard/core/device"
import { UnavailableError } from "@spec-wizard/core/error"
import * as Id from "@spec-wizard/core/id"
import { erase } from "@spec-wizard/core/lifecycle/erase"
import { Ledger } from "@spec-wizard/core/lifecycle/ledger"
import { WHOLE_MS } from "@spec-wizard/core/protocol/turn"
import type * as Session from "@spec-wizard/core/session"
import * as Settings from "@spec-wizard/core/settings"
import { Table, TransactionFailedError, type Write } from "@spec-wizard/core/table"
import { functions } from "@spec-wizard/infra/functions"
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest"
import * as Budget from "../../core/src/budget/budget.ts"
import { BudgetExhaustedError, ReservationEndedError } from "../../core/src/budget/error.ts"
import { costOf, worstCase } from "../../core/src/budget/price.ts"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { ensureLedger, ensureTable } from "../src/engine/table.ts"
import { dice } from "./faults/dice.ts"
import { FaultProxy } from "./faults/proxy.ts"

let engine: Awaited<ReturnType<typeof startDynamoDB>>
let proxy: FaultProxy
beforeAll(async () => {
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  ;[engine, proxy] = await Promise.all([startDynamoDB({}), FaultProxy.open()])
  proxy.connect(engine.endpoint)
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", engine.endpoint)
  await ensureTable(engine.endpoint, "budget")
  await ensureLedger(engine.endpoint, "ledger")
})
afterAll(async () => {
  proxy.close()
  await engine.stop()
})
afterEach(() => {
  proxy.rule = () => undefined
})

const RUN = path.join(import.meta.dirname, "../run.mjs")
const MINUTE = 60_000
const DAY = 86_400_000
const PLENTY = { turn: 1_000_000, session: 100_000_000, ipDay: 100_000_000, stageDay: 100_000_000 }
let noon = Date.UTC(2031, 0, 1, 12)

/** A day that no other test has: its stage's counters are its own. */
function newDay(make: (options: ConstructorParameters<typeof Table>[0]) => Table = (options) => new Table(options)) {
  noon += 10 * DAY
  const clock = {
    at: noon,
    now: () => clock.at,
  }
  const table = make({ name: "budget", clock, client: new DynamoDBClient({ endpoint: proxy.url }) })
  const deps = { table, clock, settings: Settings.parse({}) }
  const newSession = async () => {
    const { device, writes } = Device.create(deps, "a test")
    return (await createSession(deps, { device, writes })).id
  }
  const newTurn = () => Id.create("trn", clock.now())
  const taken = async () => {
    const today = { pk: `budget#stage#${new Date(clock.at).toISOString().slice(0, 10)}`, from: "shard#", to: "shard#~" }
    return sum((await table.query(today)).map((item) => Number(item["takenMicroUsd"])))
  }
  const of = async (name: "takenMicroUsd" | "spentMicroUsd", pk: string, sk: string) =>
    Number((await table.get({ pk, sk }))?.[name] ?? 0)
  const ofSession = (sessionId: Session.ID) => of("takenMicroUsd", `session#${sessionId}`, "budget")
  /** Without what is under way. */
  const spent = (sessionId: Session.ID) => of("spentMicroUsd", `session#${sessionId}`, "budget")
  const ofNetwork = (ip: string) =>
    of("takenMicroUsd", `budget#ip#${ip}`, `day#${new Date(clock.at).toISOString().slice(0, 10)}`)
  return { deps, clock, table, newSession, newTurn, taken, spent, ofSession, ofNetwork }
}

const seed = () => Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31))
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
const ip = (number: number) => `10.1.${Math.floor(number / 250)}.${1 + (number % 250)}`
const many = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: count }, (_, index) => make(index)))
const got = <T>(fates: PromiseSettledResult<T>[]) =>
  fates.flatMap((fate) => (fate.status === "fulfilled" ? [fate.value] : []))
const codes = (fates: PromiseSettledResult<unknown>[]) =>
  [...new Set(fates.flatMap((fate) => (fate.status === "rejected" ? [fate.reason.code ?? fate.reason] : [])))].sort()
/** On a busy machine a race may last longer than patience: who hears that asks again, as a worker is called again. */
async function decided<T>(ask: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error
    }
}
const isTransaction = ({ target }: { target: string }) => target === "TransactWriteItems"

describe("many at once", () => {
  test("a session gives no more than its cap to 200 that ask at once, and the others hear which cap it was", async () => {
    const { deps, newSession, newTurn, ofSession, taken } = newDay()
    const sessionId = await newSession()
    const caps = { ...PLENTY, session: 50_000 }
    const fates = await many(200, (index) =>
      Budget.reserve(deps, { turnId: newTurn(), attempt: 1, sessionId, ip: ip(index), microUsd: 1_000, caps }),
    )
    expect(got(fates)).toHaveLength(50)
    expect(codes(fates)).toEqual(["budget.session"])
    expect([await ofSession(sessionId), await taken()]).toEqual([50_000, 50_000])
  })

  test("a network gives no more than its cap to 100 sessions that ask at once", async () => {
    const { deps, newSession, newTurn, ofNetwork, taken } = newDay()
    const sessions = got(await many(100, newSession))
    const caps = { ...PLENTY, ipDay: 30_500 }
    const fates = await many(100, (index) => {
      const sessionId = sessions[index] ?? "ses_none"
      return Budget.reserve(deps, { turnId: newTurn(), attempt: 1, sessionId, ip: ip(0), microUsd: 1_000, caps })
    })
    expect(got(fates)).toHaveLength(30)
    expect(codes(fates)).toEqual(["budget.ip"])
    expect([await ofNetwork(ip(0)), await taken()]).toEqual([30_000, 30_000])
  })

  test.each([100, 200])("the stage gives all it has and no more to %i that ask at once", async (count) => {
    const { deps, newSession, newTurn, taken } = newDay()
    const sessions = got(await many(count, newSession))
    // What is left of the sixteen shares, when each has given as often as it could, is enough for some more, in parts.
    const caps = { ...PLENTY, stageDay: 100 * 700 + 3 }
    const microUsd = 140_000 / count
    const fates = await many(count, (index) => {
      const sessionId = sessions[index] ?? "ses_none"
      const turnId = newTurn()
      return decided(() => Budget.reserve(deps, { turnId, attempt: 1, sessionId, ip: ip(index), microUsd, caps }))
    })
    expect(got(fates)).toHaveLength(Math.floor(caps.stageDay / microUsd))
    expect(codes(fates)).toEqual(["budget.stage"])
    expect(await taken()).toBe(70_000)
  })

  test("what is taken and given back in any order never goes above a cap, and in the end only what was spent is taken", async () => {
    const roll = dice(seed())
    const { deps, clock, newSession, newTurn, taken, spent: spentIn, ofSession, ofNetwork } = newDay()
    const sessions = got(await many(8, newSession))
    const caps = { turn: 900, session: 6_000, ipDay: 9_000, stageDay: 30_001 }
    let used = 0
    const over: number[] = []
    const look = async () => {
      for (const sessionId of sessions) over.push((await ofSession(sessionId)) - caps.session)
      for (let place = 0; place < 5; place++) over.push((await ofNetwork(ip(place))) - caps.ipDay)
      over.push((await taken()) - caps.stageDay)
    }
    const one = async (index: number) => {
      const [size, fate, part] = [1 + Math.floor(roll() * 900), roll(), roll()]
      const sessionId = sessions[Math.floor(roll() * sessions.length)] ?? "ses_none"
      const request = { turnId: newTurn(), attempt: 1, sessionId, ip: ip(index % 5), microUsd: size, caps }
      const reservation = await Budget.reserve(deps, request)
      const spent = Math.floor(size * part)
      if (fate < 0.2) return // lost
      await Budget.record(deps, reservation, { number: 1, microUsd: size }) // before a call
      if (fate < 0.3) {
        used += size // lost in the middle of it
        return
      }
      used += spent
      await Budget.record(deps, reservation, { number: 2, microUsd: spent })
      if (fate > 0.5) await Budget.settle(deps, reservation, spent)
    }
    for (let round = 0; round < 3; round++) {
      const [fates] = await Promise.all([many(40, one), look()])
      for (const code of codes(fates)) expect(code).toMatch(/^budget\.(session|ip|stage)$/)
      await look()
    }
    clock.at += Budget.LEASE_MS
    await Budget.sweep(deps)
    await look()
    expect(Math.max(...over)).toBeLessThanOrEqual(0)
    expect(used).toBeGreaterThan(0)
    const costs = await Promise.all(sessions.map(spentIn))
    expect([sum(costs), await taken()]).toEqual([used, used])
  })

  test("a counter that everybody is at fails nobody", async () => {
    const roll = dice(seed())
    let isCrowded = false
    /** The engine does one thing after the other, so it never cancels a transaction for another's sake, as DynamoDB does. */
    class Crowded extends Table {
      override async transact(writes: Write[]) {
        if (isCrowded && roll() < 0.6)
          throw new TransactionFailedError(writes.map((_, at) => (at === 3 ? "TransactionConflict" : "None")))
        return await super.transact(writes)
      }
    }
    const { deps, newSession, newTurn, taken, spent } = newDay((options) => new Crowded(options))
    const sessionId = await newSession()
    isCrowded = true
    const fates = await many(20, async () => {
      const request = { turnId: newTurn(), attempt: 1, sessionId, ip: ip(0), microUsd: 10, caps: PLENTY }
      const reservation = await Budget.reserve(deps, request)
      await Budget.settle(deps, reservation, 4)
    })
    expect(codes(fates)).toEqual([])
    expect([await spent(sessionId), await taken()]).toEqual([80, 80])
  })
})

describe("one reservation", () => {
  async function reserved(change: Partial<Budget.Request> = {}) {
    const day = newDay()
    const sessionId = await day.newSession()
    const request = {
      turnId: day.newTurn(),
      attempt: 1,
      sessionId,
      ip: "192.0.2.7",
      microUsd: 1_000,
      caps: PLENTY,
      ...change,
    }
    const reservation = await Budget.reserve(day.deps, request)
    const totals = async () => [await day.ofSession(sessionId), await day.ofNetwork("192.0.2.7"), await day.taken()]
    return { ...day, sessionId, request, reservation, totals }
  }
  const [HELD, NOTHING] = [
    [1_000, 1_000, 1_000],
    [0, 0, 0],
  ]

  test("a settlement gives back the rest, and books once, however often and however many at once", async () => {
    const { deps, reservation, sessionId, totals, spent } = await reserved()
    expect(await totals()).toEqual(HELD)
    expect(await spent(sessionId)).toBe(0)
    await many(20, () => Budget.settle(deps, reservation, 300))
    await Budget.settle(deps, reservation, 900)
    expect(await totals()).toEqual([300, 300, 300])
    expect(await spent(sessionId)).toBe(300)
  })

  test("a call that cost more than was reserved is booked in full", async () => {
    const { deps, reservation, totals } = await reserved()
    await Budget.settle(deps, reservation, 1_700)
    expect(await totals()).toEqual([1_700, 1_700, 1_700])
  })

  test("an answer that is lost on its way takes once and books once", async () => {
    let lost = 0
    // The client asks three times before it gives up; the fifth answer arrives.
    proxy.rule = (call) =>
      isTransaction(call) && call.body.includes("reservation#") && ++lost <= 4 ? { loseAnswer: true } : undefined
    const { deps, reservation, totals } = await reserved()
    expect(lost).toBeGreaterThanOrEqual(4)
    expect(await totals()).toEqual(HELD)
    lost = 0
    await Budget.settle(deps, reservation, 400)
    expect(lost).toBeGreaterThanOrEqual(3)
    expect(await totals()).toEqual([400, 400, 400])
  })

  test("an attempt that asks again finds its reservation; one that has ended gets no other", async () => {
    const { deps, request, reservation, totals } = await reserved()
    const again = await many(10, () => Budget.reserve(deps, request))
    expect(got(again)).toEqual(Array.from({ length: 10 }, () => reservation))
    expect(await totals()).toEqual(HELD)
    await Budget.settle(deps, reservation, 1)
    await expect(Budget.reserve(deps, request)).rejects.toMatchObject({ code: "budget.turn" })
    expect(await totals()).toEqual([1, 1, 1])
  })

  test("the next attempt takes over from the one before it, whose expenses count for the turn", async () => {
    const caps = { ...PLENTY, turn: 1_100 }
    const { deps, request, reservation, totals } = await reserved({ caps })
    await Budget.record(deps, reservation, { number: 1, microUsd: 200 })
    await expect(Budget.reserve(deps, { ...request, attempt: 2 })).rejects.toMatchObject({ code: "budget.turn" })
    const second = await Budget.reserve(deps, { ...request, attempt: 2, microUsd: 900 })
    expect(await totals()).toEqual([1_100, 1_100, 1_100])
    const more = { number: 2, microUsd: 400 } // it was only slow, and asks no more
    await expect(Budget.record(deps, reservation, more)).rejects.toBeInstanceOf(ReservationEndedError)
    await Budget.settle(deps, reservation, 220)
    await Budget.settle(deps, second, 500)
    expect(await totals()).toEqual([720, 720, 720])
  })

  test("what a crashed worker held is back when its lease is over, after a sweep, and no earlier", async () => {
    const { deps, clock, reservation, totals } = await reserved()
    clock.at += Budget.LEASE_MS - 1
    await Budget.sweep(deps)
    expect(await totals()).toEqual(HELD)
    clock.at += 1
    await Budget.sweep(deps)
    await Budget.sweep(deps)
    expect(await totals()).toEqual(NOTHING)
    const open: string[] = []
    for (let shard = 0; shard < 4; shard++)
      for await (const { pk } of deps.table.listKeys(`reserved#${shard}`)) open.push(pk)
    expect(open).not.toContain(`reservation#${reservation.turnId}`)
  })

  test("a lease outlives the longest turn, and whatever function may be at it", () => {
    const functionMs = functions.Reply.timeoutSeconds * 1_000
    expect(functionMs).toBeGreaterThan(WHOLE_MS)
    expect(Budget.LEASE_MS).toBeGreaterThan(functionMs)
  })

  test("what was recorded last of a crashed worker is booked, more or less than before, and a slow one may still tell the whole", async () => {
    const { deps, clock, reservation, sessionId, totals, spent } = await reserved()
    await Budget.record(deps, reservation, { number: 1, microUsd: 400 })
    await Budget.record(deps, reservation, { number: 2, microUsd: 120 })
    clock.at += Budget.LEASE_MS
    await Budget.sweep(deps)
    expect(await totals()).toEqual([120, 120, 120])
    const late = Budget.record(deps, reservation, { number: 3, microUsd: 999 })
    await expect(late).rejects.toBeInstanceOf(ReservationEndedError)
    await many(5, () => Budget.settle(deps, reservation, 310))
    expect(await totals()).toEqual([310, 310, 310])
    expect(await spent(sessionId)).toBe(310)
  })

  test("a worker that records keeps its reservation, and what comes late or twice changes nothing", async () => {
    const { deps, clock, reservation, totals } = await reserved()
    clock.at += Budget.LEASE_MS - MINUTE
    await Budget.record(deps, reservation, { number: 1, microUsd: 90 })
    const second = { number: 2, microUsd: 50 }
    await Budget.record(deps, reservation, second)
    await Budget.record(deps, reservation, second) // its answer was lost
    const first = Budget.record(deps, reservation, { number: 1, microUsd: 90 }) // it was long on its way
    await expect(first).rejects.toBeInstanceOf(ReservationEndedError)
    clock.at += Budget.LEASE_MS - MINUTE
    await Budget.sweep(deps)
    expect(await totals()).toEqual(HELD)
    clock.at += MINUTE
    await Budget.sweep(deps)
    expect(await totals()).toEqual([50, 50, 50])
  })

  test("what is more than a shard's share is taken from several, and given back to them", async () => {
    const { deps, newSession, newTurn, taken, clock } = newDay()
    const caps = { ...PLENTY, stageDay: 16_000 }
    const sessionId = await newSession()
    const ask = (turnId = newTurn()) =>
      Budget.reserve(deps, { turnId, attempt: 1, sessionId, ip: ip(1), microUsd: 5_000, caps })
    const three = [await ask(), await ask(), await ask()]
    await expect(ask()).rejects.toMatchObject({ code: "budget.stage", kind: "rate" })
    expect(await taken()).toBe(15_000)
    const [first, second, third] = three
    if (!first || !second || !third) throw new Error("there are three")
    expect(await ask(third.turnId)).toEqual(third)
    await Budget.settle(deps, first, 1_500)
    await Budget.record(deps, second, { number: 1, microUsd: 2_500 })
    clock.at += Budget.LEASE_MS
    await Budget.sweep(deps)
    await Budget.settle(deps, third, 6_000)
    expect(await taken()).toBe(10_000)
  })

  test("money that is no whole number, or less than nothing, is refused before it is anywhere", async () => {
    const { deps, newTurn, request, reservation, totals } = await reserved()
    for (const amount of [0.5, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(Budget.reserve(deps, { ...request, turnId: newTurn(), microUsd: amount })).rejects.toThrow()
      await expect(Budget.record(deps, reservation, { number: 1, microUsd: amount })).rejects.toThrow()
      await expect(Budget.settle(deps, reservation, amount)).rejects.toThrow()
    }
    expect(await totals()).toEqual(HELD)
  })

  test("one that has ended no longer tells whose it was", async () => {
    const { deps, table, reservation, request, sessionId } = await reserved()
    await Budget.settle(deps, reservation, 10)
    const left = await table.get({ pk: `reservation#${request.turnId}`, sk: "attempt#1" })
    expect(left).toMatchObject({ status: "settled", spentMicroUsd: 10, ttl: expect.any(Number) })
    expect(JSON.stringify(left)).not.toContain(sessionId)
    expect(JSON.stringify(left)).not.toContain("192.0.2.7")
  })
})

describe("refusals", () => {
  test("name the cap, say when to come back, and take nothing from anywhere", async () => {
    const { deps, clock, newSession, newTurn, taken, ofSession, ofNetwork } = newDay()
    const sessionId = await newSession()
    const ask = (caps: Partial<Budget.Caps>, from = ip(1)) =>
      Budget.reserve(deps, {
        turnId: newTurn(),
        attempt: 1,
        sessionId,
        ip: from,
        microUsd: 100,
        caps: { ...PLENTY, ...caps },
      })
    await ask({})
    for (const [cap, field, most] of [
      ["turn", "turn", [0, 99]],
      ["session", "session", [0, 99, 100, 199]],
      ["ip", "ipDay", [0, 99, 100, 199]],
      ["stage", "stageDay", [0, 99, 105]], // the first 100 came from one shard, of which so small a stage has 6 in each
    ] as const)
      for (const microUsd of most) {
        const refused = await ask({ [field]: microUsd }).catch((error: unknown) => error)
        expect(refused).toBeInstanceOf(BudgetExhaustedError)
        expect(refused).toMatchObject({ code: `budget.${cap}`, cap, kind: "rate" })
        const midnight = (DAY - (clock.at % DAY)) / 1000
        if (cap === "ip" || cap === "stage") expect(refused).toMatchObject({ retryAfter: midnight })
      }
    expect(await taken()).toBe(100)
    expect(await ofSession(sessionId)).toBe(await taken())
    expect(await ofNetwork(ip(1))).toBe(await taken())
  })

  test("of one session and one network are nothing to others", async () => {
    const { deps, newSession, newTurn } = newDay()
    const [mine, other] = [await newSession(), await newSession()]
    const caps = { ...PLENTY, session: 1_000, ipDay: 2_000 }
    const ask = (sessionId: Session.ID, from: string, microUsd = 1_000) =>
      Budget.reserve(deps, { turnId: newTurn(), attempt: 1, sessionId, ip: from, microUsd, caps })
    await ask(mine, "2001:db8::1")
    await expect(ask(mine, "2001:db8::1")).rejects.toMatchObject({ code: "budget.session" })
    await ask(other, "2001:db8::ffff") // the same network has one left, as the refusal took none
    await expect(ask(await newSession(), "2001:db8:0:0:9::", 1)).rejects.toMatchObject({ code: "budget.ip" })
    await ask(await newSession(), "2001:db8:0:1::")
  })

  test("end with the UTC day, and what was taken before midnight is booked there", async () => {
    const { deps, clock, newSession, newTurn, taken, spent, ofNetwork } = newDay()
    const sessionId = await newSession()
    const caps = { ...PLENTY, ipDay: 1_000, stageDay: 16_000 }
    const ask = (from: string) =>
      Budget.reserve(deps, { turnId: newTurn(), attempt: 1, sessionId, ip: from, microUsd: 1_000, caps })
    clock.at += DAY / 2 - 1
    const late = await ask(ip(1))
    await expect(ask(ip(1))).rejects.toMatchObject({ code: "budget.ip", retryAfter: 1 })
    clock.at += 1
    await ask(ip(1))
    expect(await taken()).toBe(1_000)
    await Budget.settle(deps, late, 400)
    expect([await taken(), await ofNetwork(ip(1))]).toEqual([1_000, 1_000])
    clock.at -= 1
    expect([await taken(), await ofNetwork(ip(1))]).toEqual([400, 400])
    expect(await spent(sessionId)).toBe(400)
  })

  test("an erased session gets nothing, and what was taken for it goes back to network and stage alone", async () => {
    const { deps, table, newSession, newTurn, taken, ofNetwork } = newDay()
    const sessionId = await newSession()
    const request = { attempt: 1, sessionId, ip: ip(1), microUsd: 1_000, caps: PLENTY }
    const reservation = await Budget.reserve(deps, { ...request, turnId: newTurn() })
    const ledger = new Ledger({ name: "ledger" })
    await erase({ ...deps, ledger, enqueue: async () => {} }, sessionId)
    await table.deleteAll([{ pk: `session#${sessionId}`, sk: "budget" }])
    await expect(Budget.reserve(deps, { ...request, turnId: newTurn() })).rejects.toMatchObject({
      code: "session.not_found",
    })
    await Budget.settle(deps, reservation, 300)
    expect([await taken(), await ofNetwork(ip(1))]).toEqual([300, 300])
    expect(await table.get({ pk: `session#${sessionId}`, sk: "budget" })).toBeUndefined()
  })

  test("a command turns the switch, again and again, and says how it stands", async () => {
    const models = async (...args: string[]) => {
      const { stdout } = await promisify(execFile)(process.execPath, [RUN, "models", ...args, "--table", "budget"])
      return stdout.replace(/;.*\s*/, "")
    }
    expect(await models("show")).toBe("Models are on")
    expect(await models("off")).toBe("Models are off")
    expect(await models("off")).toBe("Models are off")
    expect(await Budget.isOff(newDay().deps)).toBe(true)
    expect(await models("on")).toBe("Models are on")
    expect(await Budget.isOff(newDay().deps)).toBe(false)
    await expect(models("of")).rejects.toThrow("Usage: pnpm models off|on|show")
    const nowhere = { env: { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:9" } }
    const lost = promisify(execFile)(process.execPath, [RUN, "models", "off", "--table", "budget"], nowhere)
    await expect(lost).rejects.toThrow("The table could not be reached")
  })

  test("the switch stops every process within ten seconds, and lets them go on", async () => {
    const { deps, clock, newSession, newTurn } = newDay()
    const elsewhere = {
      clock,
      table: new Table({ name: "budget", clock, client: new DynamoDBClient({ endpoint: proxy.url }) }),
    }
    const sessionId = await newSession()
    const ask = () =>
      Budget.reserve(elsewhere, { turnId: newTurn(), attempt: 1, sessionId, ip: ip(1), microUsd: 1, caps: PLENTY })
    await ask()
    await Budget.switchOff(deps)
    await Budget.switchOff(deps)
    expect(await Budget.isOff(deps)).toBe(true)
    clock.at += 10_000
    await expect(ask()).rejects.toMatchObject({ code: "budget.off", kind: "unavailable" })
    await Budget.switchOn(deps)
    clock.at += 10_000
    await ask()
    let reads = 0
    proxy.rule = ({ body }) => {
      if (body.includes("budget#switch")) reads++
      return undefined
    }
    await many(20, ask)
    expect(reads).toBe(0)
  })
})

describe("prices", () => {
  test("what was read from the cache or written to it is charged as such, and never twice", () => {
    const usage = { inputTokens: 10_000, cachedTokens: 8_000, writtenTokens: 1_000, outputTokens: 500 }
    expect(costOf(usage, "anthropic", "claude-sonnet-4-5-20250929")).toBe(
      1_000 * 3 + 8_000 * 0.3 + 1_000 * 3.75 + 500 * 15,
    )
    expect(costOf({ inputTokens: 3, outputTokens: 0 }, "openai", "gpt-6-luna")).toBe(1)
    expect(costOf({ inputTokens: 30, outputTokens: 0 }, "openai", "gpt-6-luna")).toBe(3)
  })

  test("a long prompt makes all of its call dearer", () => {
    const at = (inputTokens: number) => costOf({ inputTokens, outputTokens: 100 }, "openai", "gpt-6-sol")
    expect([at(272_000), at(272_001)]).toEqual([272_000 * 2 + 1_000, 272_001 * 4 + 1_500])
  })

  test("a model that is not listed costs as much as the dearest there is, and one that only begins like a listed one is not listed", () => {
    const usage = { inputTokens: 1_000, outputTokens: 1_000 }
    expect(costOf(usage, "anthropic", "claude-tomorrow-9")).toBe(15_000 + 75_000)
    expect(costOf(usage, "openai", "gpt-6-sol-pro")).toBe(30_000 + 180_000)
    expect(costOf(usage, "openai", "gpt-5.4-2026-03-05")).toBe(2_500 + 15_000)
  })

  test("the worst case is never less than what calls within it cost", () => {
    const roll = dice(seed())
    for (const [provider, model] of [
      ["anthropic", "claude-opus-5-5"],
      ["anthropic", "claude-haiku-5-5"],
      ["openai", "gpt-5.6-terra"],
      ["openai", "gpt-4o-mini"],
      ["openai", "unheard-of"],
    ] as const)
      for (let round = 0; round < 200; round++) {
        const most = { inputTokens: Math.floor(roll() * 300_000), maxTokens: Math.floor(roll() * 8_000), calls: 3 }
        const call = () => {
          const inputTokens = Math.floor(roll() * (most.inputTokens + 1))
          const cachedTokens = Math.floor(roll() * inputTokens)
          const writtenTokens = Math.floor(roll() * (inputTokens - cachedTokens))
          const outputTokens = Math.floor(roll() * (most.maxTokens + 1))
          return costOf({ inputTokens, cachedTokens, writtenTokens, outputTokens }, provider, model)
        }
        expect(call() + call() + call()).toBeLessThanOrEqual(worstCase(most, provider, model))
      }
  })

  test("the guided interviewer and a deployer's own endpoint cost nothing", () => {
    const usage = { inputTokens: 1_000, outputTokens: 1_000 }
    expect([costOf(usage, "guided", "guided"), costOf(usage, "openai-compatible", "gpt-6-sol")]).toEqual([0, 0])
  })
})
