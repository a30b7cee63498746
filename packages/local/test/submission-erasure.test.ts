import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb"
import { system } from "@spec-wizard/core/clock"
import { erase } from "@spec-wizard/core/lifecycle/erase"
import { Ledger } from "@spec-wizard/core/lifecycle/ledger"
import * as Session from "@spec-wizard/core/session"
import { type Key, Table } from "@spec-wizard/core/table"
import { afterAll, beforeAll, expect, test } from "vitest"
import { LEDGER_NAME, TABLE_NAME } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { Jar } from "./jar.ts"
import { code, newAddress } from "./keeper.ts"
import { type Row, rows } from "./rows.ts"
import { run } from "./run.ts"
import {
  change,
  contactOf,
  holding,
  lookup,
  OPERATOR_TOKEN_HASH,
  operator,
  spoken,
  stored,
  submissionOf,
  submit,
} from "./submitting.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100", OPERATOR_TOKEN_HASH } })
})
afterAll(() => house.stop())

const MINUTE = 60_000
const DAY = 86_400_000

/** A submission of which everything is marked. */
async function marked(canary: string) {
  const email = `${canary}@example.com`
  const { jar, sessionId, socket } = await spoken(house, `We sell ${canary}, at most 12 a day.`)
  socket.close()
  const answer = await submit(jar, sessionId, contactOf(email, { name: canary, company: `${canary} Inc.` }))
  const { reference } = submissionOf(answer)
  await change(house, reference, { status: "reviewed", message: `We like ${canary}.` })
  await change(house, reference, { question: `How much is one ${canary}?` })
  expect((await holding(canary)).filter(({ pk }) => pk.startsWith("submission#")).length).toBe(4)
  return { jar, sessionId, reference, email }
}

const rowsOf = async (sessionId: string, reference: string) =>
  (await rows(TABLE_NAME)).filter(({ pk }) => pk.endsWith(sessionId) || pk.endsWith(reference))
const shown = async (reference: string) => (await operator(house, "GET", `/${reference}`)).body

test("deleting a submitted session takes everything from its submission but reference, status and history", async () => {
  const { jar, sessionId, reference, email } = await marked("canary-8811")
  expect((await jar.call("DELETE", `/v1/sessions/${sessionId}`)).status).toBe(204)
  // At once, whatever is still lying about.
  const erased = { reference, status: "erased", createdAt: expect.any(String) }
  expect(submissionOf(await lookup(new Jar(house.url), reference, email))).toEqual(erased)
  expect(JSON.stringify(await shown(reference))).not.toContain("canary")
  for (const late of [{ status: "quoted" }, { question: "Why?" }])
    expect(await change(house, reference, late)).toMatchObject({ status: 410, body: { code: "submission.erased" } })

  await expect.poll(() => holding("canary-8811"), { timeout: MINUTE }).toEqual([])
  const left = await stored(reference)
  expect(left.map((sk) => sk.split("#")[0]).sort()).toEqual(["audit", "audit", "audit", "audit", "submission"])
  expect((await rows(TABLE_NAME)).filter(({ pk, text }) => pk.endsWith(reference) && text.includes(sessionId))).toEqual(
    [],
  )
  expect(await shown(reference)).toMatchObject({
    submission: {
      status: "erased",
      messages: [],
      history: [
        { did: "read" },
        { did: "read" },
        { who: "visitor", did: "erased", from: "reviewed", to: "erased" },
        {},
        {},
      ],
    },
  })
  expect((await rows(LEDGER_NAME)).filter(({ text }) => text.includes(sessionId))).toHaveLength(1)
})

test("of submitting and deleting at once, nothing of a deleted session stays submitted", async () => {
  for (let round = 0; round < 8; round++) {
    const canary = `canary-race-${round}-${process.pid}`
    const { jar, sessionId, socket } = await spoken(house, `We sell ${canary}.`)
    socket.close()
    await Promise.all([
      submit(jar, sessionId, contactOf(newAddress(), { name: canary })),
      jar.call("DELETE", `/v1/sessions/${sessionId}`),
    ])
    await jar.call("DELETE", `/v1/sessions/${sessionId}`)
    await expect.poll(() => holding(canary), { timeout: MINUTE }).toEqual([])
  }
})

test("a session that is submitted in the moment of its deletion takes the submission with it", async () => {
  const { jar, sessionId, socket } = await spoken(house)
  socket.close()
  const email = newAddress()
  let reference = ""
  /** Lets the submission in after the deletion has looked at the session. */
  class Overtaken extends Table {
    override async get(key: Key) {
      const item = await super.get(key)
      if (reference === "") ({ reference } = submissionOf(await submit(jar, sessionId, contactOf(email))))
      return item
    }
  }
  const table = new Overtaken({ name: TABLE_NAME, clock: system })
  const ledger = new Ledger({ name: LEDGER_NAME })
  await erase({ table, ledger, clock: system, enqueue: async () => {} }, Session.ID.parse(sessionId))
  expect(submissionOf(await lookup(new Jar(house.url), reference, email)).status).toBe("erased")
  house.clock.advance(MINUTE)
  await run("OutboxSweep")
  await expect.poll(() => holding(email), { timeout: MINUTE }).toEqual([])
})

test("a table restored to a second before the deletion forgets the submission again", async () => {
  const { jar, sessionId, reference } = await marked("canary-8812")
  const before = await rowsOf(sessionId, reference)
  await jar.call("DELETE", `/v1/sessions/${sessionId}`)
  await expect.poll(() => holding("canary-8812"), { timeout: MINUTE }).toEqual([])
  await restore(before)
  expect((await holding("canary-8812")).length).toBeGreaterThan(3)
  await run("Maintain")
  await expect.poll(() => holding("canary-8812"), { timeout: MINUTE }).toEqual([])
  expect(await shown(reference)).toMatchObject({ submission: { status: "erased" } })
})

test("and so it does when the session had expired by then", async () => {
  const { jar, sessionId, reference } = await marked("canary-8813")
  house.clock.advance(25 * DAY)
  const before = await rowsOf(sessionId, reference)
  await jar.call("DELETE", `/v1/sessions/${sessionId}`)
  await expect.poll(() => holding("canary-8813"), { timeout: MINUTE }).toEqual([])
  house.clock.advance(10 * DAY)
  await restore(before)
  await run("Maintain")
  await expect.poll(() => holding("canary-8813"), { timeout: MINUTE }).toEqual([])
  expect(await shown(reference)).toMatchObject({ submission: { status: "erased" } })
})

test("an expired session leaves its submission alone, also when a restore brings both back", async () => {
  const { sessionId, reference, email } = await marked("canary-8814")
  const before = await rowsOf(sessionId, reference)
  const left = async () =>
    (await rows(TABLE_NAME)).filter(({ pk }) => pk === `session#${sessionId}`).map(({ sk }) => sk)
  house.clock.advance(32 * DAY)
  for (let time = 0; time < 2; time++) {
    await run("Maintain")
    await expect.poll(left).toEqual(["session"])
    expect(submissionOf(await lookup(new Jar(house.url), reference, email)).status).toBe("reviewed")
    expect(await stored(reference)).toContain("document#000")
    await restore(before.filter(({ pk }) => pk.startsWith("session#")))
  }
})

test("a session that was deleted cannot be submitted, nor its submission be asked about", async () => {
  const { jar, sessionId, socket } = await spoken(house)
  socket.close()
  await jar.call("DELETE", `/v1/sessions/${sessionId}`)
  expect(code(await submit(jar, sessionId, contactOf(newAddress())))).toBe("session.not_found")
})

async function restore(kept: Row[]): Promise<void> {
  const client = new DynamoDBClient({ endpoint: process.env["AWS_ENDPOINT_URL_DYNAMODB"] ?? "" })
  const documents = DynamoDBDocumentClient.from(client)
  for (let at = 0; at < kept.length; at += 25) {
    const requests = kept.slice(at, at + 25).map(({ item }) => ({ PutRequest: { Item: item } }))
    await documents.send(new BatchWriteCommand({ RequestItems: { [TABLE_NAME]: requests } }))
  }
  client.destroy()
}
