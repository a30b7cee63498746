import { createHash } from "node:crypto"
import { system } from "@spec-wizard/core/clock"
import { Table } from "@spec-wizard/core/table"
import { afterAll, beforeAll, expect, test } from "vitest"
import { TABLE_NAME } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { exportOf, exportTo } from "./exporting.ts"
import { code, newAddress } from "./keeper.ts"
import { contactOf, spoken, submissionOf, submit } from "./submitting.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100" } })
})
afterAll(() => house.stop())

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64url")

/** A claim as it lies in tables, written out here so that no change of the code changes it. */
const lay = (sessionId: string, name: string, asked: string, answer: object) =>
  new Table({ name: TABLE_NAME, clock: system }).transact([
    { put: { pk: `session#${sessionId}`, sk: `claim#${name}`, digest: sha256(asked), ...answer } },
  ])

test("a frame that was answered before a deployment gets the same answer after it, and no other text gets it", async () => {
  const { sessionId, socket } = await spoken(house)
  const answer = { seq: 1, turnId: "trn_01J0000000000000000000000A" }
  await lay(sessionId, "frame-before", "sendMessage:We bake.", answer)
  socket.send({ action: "sendMessage", id: "frame-before", text: "We bake." })
  expect(await socket.next(({ id }) => id === "frame-before")).toEqual({ type: "ack", id: "frame-before", ...answer })
  await lay(sessionId, "frame-before-2", "sendMessage:We bake.", answer)
  socket.send({ action: "sendMessage", id: "frame-before-2", text: "We brew." })
  expect(await socket.next(({ id }) => id === "frame-before-2")).toMatchObject({ code: "message.id_reused" })
  socket.close()
})

test("a request for a file that was answered before a deployment gets the same file after it, and no other request gets it", async () => {
  const { jar, sessionId, socket } = await spoken(house)
  const { id } = exportOf(await exportTo(jar, sessionId))
  const asked = '{"form":"full","format":"pdf","paper":"a4"}'
  await lay(sessionId, `export#${sha256('"before"')}`, asked, { exportId: id })
  expect(exportOf(await exportTo(jar, sessionId, undefined, "before")).id).toBe(id)
  expect(code(await exportTo(jar, sessionId, undefined, "before", { paper: "letter" }))).toBe("idempotency.key_reused")
  socket.close()
})

test("a request to submit that was answered before a deployment is the first one after it, and no other request is", async () => {
  const { jar, sessionId, socket } = await spoken(house)
  const email = newAddress()
  const { reference } = submissionOf(await submit(jar, sessionId, contactOf(email)))
  const asked = `{"consent":true,"email":"${email}","name":"Ada Lovelace"}`
  await lay(sessionId, `submission#${sha256('"before"')}`, asked, { reference, isFirst: true })
  const again = await submit(jar, sessionId, contactOf(email), "before")
  expect([again.status, submissionOf(again).reference]).toEqual([201, reference])
  expect(code(await submit(jar, sessionId, contactOf(email, { company: "Other" }), "before"))).toBe(
    "idempotency.key_reused",
  )
  socket.close()
})
