import { createHash, randomBytes, randomUUID } from "node:crypto"
import { LEDGER_NAME, TABLE_NAME } from "../src/environment.ts"
import type { House } from "../src/house.ts"
import { type Answer, Jar } from "./jar.ts"
import { newAddress, socketOf } from "./keeper.ts"
import { rows } from "./rows.ts"

export const OPERATOR_TOKEN = randomBytes(32).toString("base64url")
export const OPERATOR_TOKEN_HASH = createHash("sha256").update(OPERATOR_TOKEN).digest("hex")

export type Submission = { reference: string; status: string; createdAt: string; message?: string }
export const submissionOf = ({ body }: Answer) => (body as { submission: Submission }).submission // what the routes answer

export const contactOf = (email: string, more: object = {}) => ({ email, name: "Ada Lovelace", consent: true, ...more })

export const submit = (jar: Jar, sessionId: string, body: object, key: string = randomUUID()) =>
  jar.call("POST", `/v1/sessions/${sessionId}/submission`, body, { "idempotency-key": key })

export const lookup = (jar: Jar, reference: string, email: string) =>
  jar.call("POST", "/v1/submissions/lookup", { reference, email })

export const operator = (house: House, method: string, path: string, body?: object) =>
  new Jar(house.url).call(method, `/v1/operator/submissions${path}`, body, {
    authorization: `Bearer ${OPERATOR_TOKEN}`,
  })

export const change = (house: House, reference: string, body: object) => operator(house, "PATCH", `/${reference}`, body)

let said = 0

/** A session in which something was said and understood. */
export async function spoken(house: House, text = "We run a bakery. We must not take more than 12 cakes a day.") {
  const jar = new Jar(house.url)
  const sessionId = await jar.begin()
  const socket = await socketOf(house, jar, sessionId)
  socket.send({ action: "sendMessage", id: `submitting-${process.pid}-${++said}`, text })
  await socket.next((frame) => JSON.stringify(frame).includes('"turn.completed"'))
  return { jar, sessionId, socket }
}

/** One that was submitted. */
export async function submitted(house: House, { email = newAddress(), more = {} } = {}) {
  const visitor = await spoken(house)
  const answer = await submit(visitor.jar, visitor.sessionId, contactOf(email, more))
  if (answer.status !== 201) throw new Error(`refused with ${answer.status}: ${answer.text}`)
  visitor.socket.close()
  return { ...visitor, email, reference: submissionOf(answer).reference }
}

/** What the table holds of a submission, by sort key. */
export async function stored(reference: string): Promise<string[]> {
  const all = await rows(TABLE_NAME)
  return all.filter(({ pk }) => pk === `submission#${reference}`).map(({ sk }) => sk)
}

/** The mails that the outbox has about a submission. */
export async function mailsAbout(reference: string): Promise<string[]> {
  const all = (await rows(TABLE_NAME)).filter(({ pk, text }) => pk.startsWith("outbox#") && text.includes(reference))
  const kinds = all.map(({ item }) => (item["task"] as { kind: string }).kind) // every entry has a task
  return kinds.filter((kind) => kind !== "print").sort()
}

/** Rows of table and ledger in which a text can be read. */
export const holding = async (text: string) =>
  (await Promise.all([TABLE_NAME, LEDGER_NAME].map(rows))).flat().filter((row) => row.text.includes(text))
