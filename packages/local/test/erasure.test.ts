import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb"
import { afterAll, beforeAll, expect, test } from "vitest"
import { LEDGER_NAME, TABLE_NAME } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { Jar } from "./jar.ts"
import { code, enter, joined, mailed, saved, sees, socketOf, ticketOf } from "./keeper.ts"
import { type Row, rows } from "./rows.ts"
import { run } from "./run.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100" } })
})
afterAll(() => house.stop())

const MINUTE = 60_000
/** Of waits for what a busy machine does late. */
const PATIENCE = 4 * MINUTE

/** A session with something of everything, all of it marked. */
async function marked(canary: string) {
  const { jar, email, sessionId } = await saved(house, `${canary}@example.com`)
  await jar.call("PATCH", `/v1/sessions/${sessionId}`, { title: `Title ${canary}` })
  const phone = await joined(house, email)
  const socket = await socketOf(house, phone, sessionId)
  for (let count = 0; count < 3; count++) {
    const seen = socket.frames.length
    socket.send({
      action: "sendMessage",
      id: `mark-${canary}-${count}`,
      text: `We sell ${canary}, at most ${count} a day.`,
    })
    await socket.next(
      (frame) => socket.frames.indexOf(frame) >= seen && JSON.stringify(frame).includes('"turn.completed"'),
    )
  }
  await mailed(house, jar, email, sessionId) // waits to be redeemed
  await mailed(house, new Jar(house.url), email)
  return { jar, phone, socket, email, sessionId }
}

const holding = async (canary: string) =>
  (await Promise.all([TABLE_NAME, LEDGER_NAME].map(rows))).flat().filter(({ text }) => text.includes(canary))
const about = async (sessionId: string) =>
  (await rows(TABLE_NAME)).filter(({ pk, text }) => text.includes(sessionId) && !/^(outbox|limit|ticket)#/.test(pk))

test("a deleted session is gone for everybody at once, and from everywhere within a minute", async () => {
  const { jar, phone, socket, email, sessionId } = await marked("canary-4711")
  const ticket = await ticketOf(phone, sessionId)
  expect((await holding("canary-4711")).length).toBeGreaterThan(5)
  const startedAt = performance.now()
  expect(await jar.call("DELETE", `/v1/sessions/${sessionId}`)).toMatchObject({ status: 204, text: "" })

  expect([await sees(jar, sessionId), await sees(phone, sessionId)]).toEqual([false, false])
  expect(code(await jar.call("DELETE", `/v1/sessions/${sessionId}`))).toBe("session.not_found")
  expect((await jar.call("GET", "/v1/sessions")).body).toEqual({ sessions: [] })
  expect(await enter(house, ticket)).toBe(401)
  await socket.next(({ type }) => type === "bye")
  await socket.closed

  await expect.poll(() => holding("canary-4711"), { timeout: MINUTE }).toEqual([])
  expect((await about(sessionId)).map(({ sk }) => sk)).toEqual(["session"]) // a tombstone
  expect(performance.now() - startedAt).toBeLessThan(MINUTE)

  await expect.poll(() => house.queues()).toMatchObject({ EraseQueue: { messages: 0, deadLetters: 0 } })
  expect(
    house
      .mail()
      .filter(({ to }) => to === email)
      .map(({ subject, text, html }) => subject + text + html)
      .join(),
  ).not.toContain("canary-4711")
})

test("a table that is restored to a second before the deletion forgets the session again", async () => {
  const { jar, sessionId } = await marked("canary-4712")
  const before = (await rows(TABLE_NAME)).filter(({ text }) => text.includes(sessionId))
  await jar.call("DELETE", `/v1/sessions/${sessionId}`)
  await expect.poll(() => holding("canary-4712"), { timeout: PATIENCE }).toEqual([])
  await removed()

  await restore(before)
  expect((await holding("canary-4712")).length).toBeGreaterThan(5)
  await run("Maintain")
  expect(await sees(jar, sessionId)).toBe(false)
  await expect.poll(() => holding("canary-4712"), { timeout: PATIENCE }).toEqual([])
})

test("what was written to a session in the moment of its deletion does not stay", async () => {
  const { jar, sessionId } = await marked("canary-4713")
  const late = (await rows(TABLE_NAME)).filter(({ pk, sk }) => pk.endsWith(sessionId) && sk.startsWith("event#"))
  await jar.call("DELETE", `/v1/sessions/${sessionId}`)
  await expect.poll(() => holding("canary-4713"), { timeout: PATIENCE }).toEqual([])
  await removed()
  await restore(late)
  await run("Maintain")
  await expect.poll(() => holding("canary-4713"), { timeout: PATIENCE }).toEqual([])
})

/** Nothing is left to do: what is written from now on meets no worker that is still removing. */
const removed = () =>
  expect.poll(() => house.queues(), { timeout: PATIENCE }).toMatchObject({ EraseQueue: { messages: 0 } })

async function restore(kept: Row[]): Promise<void> {
  const client = new DynamoDBClient({ endpoint: process.env["AWS_ENDPOINT_URL_DYNAMODB"] ?? "" })
  const documents = DynamoDBDocumentClient.from(client)
  for (let at = 0; at < kept.length; at += 25) {
    const requests = kept.slice(at, at + 25).map(({ item }) => ({ PutRequest: { Item: item } }))
    await documents.send(new BatchWriteCommand({ RequestItems: { [TABLE_NAME]: requests } }))
  }
  client.destroy()
}
