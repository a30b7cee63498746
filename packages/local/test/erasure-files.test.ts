import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { TABLE_NAME } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { downloaded, exported, exportOf, exportTo } from "./exporting.ts"
import { filesWith } from "./files-with.ts"
import { saved, socketOf } from "./keeper.ts"
import { rows } from "./rows.ts"
import { run } from "./run.ts"
import { change, contactOf, holding, OPERATOR_TOKEN_HASH, submissionOf, submit } from "./submitting.ts"

const MINUTE = 60_000
const DAY = 86_400_000
const env = { LIMIT_SCALE: "100", OPERATOR_TOKEN_HASH }

let dataDir: string
let house: House
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "erasure-"))
  house = await startHouse({ port: 0, dataDir, env })
})
afterAll(async () => {
  await house.stop()
  await rm(dataDir, { recursive: true })
})

/** A session of which everything is marked: said, deflated, titled, exported, mailed and handed in. Also what its packed bytes look like. */
async function marked(word: string) {
  const email = `${word}@example.com`
  const { jar, sessionId } = await saved(house, email)
  const socket = await socketOf(house, jar, sessionId)
  const long = `We sell ${word}, at most 12 a day. ${"Every order must be paid before it leaves the shop. ".repeat(40)}`
  socket.send({ action: "sendMessage", id: `files-${word}`, text: long })
  await socket.next((frame) => JSON.stringify(frame).includes('"turn.completed"'))
  socket.close()
  await jar.call("PATCH", `/v1/sessions/${sessionId}`, { title: `A shop for ${word}` })
  const { id } = exportOf(await exportTo(jar, sessionId, email))
  await expect.poll(async () => (await exported(jar, sessionId, id)).status).toBe("delivered")
  const pdf = await downloaded(jar, sessionId, id)
  if (!Buffer.isBuffer(pdf)) throw new Error("no file")
  const packed = (await rows(TABLE_NAME)).flatMap(({ pk, item, text }) =>
    pk.endsWith(sessionId) && text.includes(word)
      ? Object.values(item).flatMap((value) => (value instanceof Uint8Array ? [Buffer.from(value)] : []))
      : [],
  )
  expect(packed.length).toBeGreaterThan(0)
  const traces = [word, ...[pdf, ...packed].map((bytes) => bytes.toString("base64").slice(40, 120))]
  return { jar, sessionId, traces }
}

/** So many minutes as it takes, each of which is one look. */
async function gone(traces: string[]): Promise<void> {
  await expect
    .poll(() => {
      house.clock.advance(MINUTE)
      return filesWith(dataDir, traces)
    })
    .toEqual([])
}

test("what a visitor deletes is in no file any more: not in the tables, their log, the mails or the documents", async () => {
  const word = "quokka-4417"
  const { jar, sessionId, traces } = await marked(word)
  const answer = await submit(jar, sessionId, contactOf(`${word}@example.com`, { name: word, company: `${word} Inc.` }))
  const { reference } = submissionOf(answer)
  await change(house, reference, { status: "reviewed", message: `We like ${word}.` })
  const about = () => house.mail().filter((mail) => JSON.stringify(mail).includes(word))
  await expect.poll(() => about().length).toBeGreaterThan(4)
  const before = filesWith(dataDir, traces)
  expect(before.filter((name) => name.startsWith("table.db"))).not.toEqual([])
  expect(before.filter((name) => name.startsWith("mail"))).not.toEqual([])

  const other = await saved(house, "wombat-4417@example.com")
  expect((await jar.call("DELETE", `/v1/sessions/${sessionId}`)).status).toBe(204)
  await gone(traces)
  expect(about()).toEqual([])
  expect(house.mail().map(({ to }) => to)).toEqual(["wombat-4417@example.com"])
  expect((await other.jar.call("GET", `/v1/sessions/${other.sessionId}`)).status).toBe(200)
  await house.stop()
  expect(filesWith(dataDir, traces)).toEqual([])
  house = await startHouse({ port: 0, dataDir, env })
  expect(filesWith(dataDir, traces)).toEqual([])
  expect(house.mail().map(({ to }) => to)).toEqual(["wombat-4417@example.com"])
})

test("nor is what expires", async () => {
  const { traces } = await marked("quokka-4418")
  house.clock.advance(92 * DAY)
  await run("Maintain")
  await expect.poll(() => holding("quokka-4418")).toEqual([])
  await gone(traces)
})
