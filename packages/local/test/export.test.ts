import { createHash, randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { TABLE_NAME } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { downloaded, type Export, exported, exportOf, exportTo } from "./exporting.ts"
import { found, Jar } from "./jar.ts"
import { code, joined, newAddress, saved, socketOf } from "./keeper.ts"
import type { RawSocket } from "./raw.ts"
import { rows } from "./rows.ts"
import { spoken } from "./submitting.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100" } })
})
afterAll(() => house.stop())

const mailsTo = (email: string) => house.mail().filter(({ to }) => to === email)
const isPdf = (bytes: Buffer | number) => Buffer.isBuffer(bytes) && bytes.subarray(0, 5).toString() === "%PDF-"

/** What a socket has heard of an export, up to a status. */
async function heard(socket: RawSocket, id: string, until: string): Promise<string[]> {
  const statuses = () =>
    socket.frames.flatMap((frame) => {
      const { event } = frame as { event?: { type: string; export?: Export } } // a frame of ours
      return event?.type === "export.changed" && event.export?.id === id ? [event.export.status] : []
    })
  await socket.next(() => statuses().includes(until))
  return statuses()
}

test("without an address a file is made and downloaded, by whoever may see the session and nobody else", async () => {
  const { jar, sessionId, socket } = await spoken(house)
  const asked = await exportTo(jar, sessionId)
  expect(asked).toMatchObject({ status: 202, body: { export: { status: "queued", format: "pdf", version: 1 } } })
  const { id } = exportOf(asked)
  expect(await heard(socket, id, "stored")).toEqual(["queued", "rendering", "stored"])

  const bytes = await downloaded(jar, sessionId, id)
  expect(isPdf(bytes)).toBe(true)
  expect(await exported(jar, sessionId, id)).toMatchObject({ sizeBytes: (bytes as Buffer).length })
  const again = exportOf(await exportTo(jar, sessionId)).id
  await heard(socket, again, "stored")
  expect(await downloaded(jar, sessionId, again)).toEqual(bytes)

  const stranger = new Jar(house.url)
  await stranger.begin()
  expect(await downloaded(stranger, sessionId, id)).toBe(404)
  expect(await downloaded(new Jar(house.url), sessionId, id)).toBe(401)
  expect((await jar.call("GET", `/v1/sessions/${sessionId}`)).body).toMatchObject({ exports: [{ id: again }, { id }] })
  expect(house.mail()).toEqual([])
  socket.close()
})

test("to an address that was opened in the session it is mailed at once, with the file in it", async () => {
  const { jar, email, sessionId } = await saved(house)
  const before = mailsTo(email).length
  const phone = await socketOf(house, await joined(house, email), sessionId)
  const { id } = exportOf(await exportTo(jar, sessionId, email))
  expect(await heard(phone, id, "delivered")).toEqual(["queued", "rendering", "stored", "sent", "delivered"])
  const mails = mailsTo(email).slice(before + 1) // after that of the phone
  expect(mails).toHaveLength(1)
  const [attachment] = mails[0]?.attachments ?? []
  expect(attachment).toMatchObject({ filename: "specification.pdf", contentType: "application/pdf" })
  expect(Buffer.from(attachment?.base64 ?? "", "base64")).toEqual(await downloaded(jar, sessionId, id))
  expect(mails[0]?.text).toContain(`/s/${sessionId}`)
  expect(mails[0]?.text).not.toContain("Signature")
  phone.close()
})

test("to any other address goes a link first, without a word of the visitor's; opening it sends the file, once", async () => {
  const { jar, sessionId, socket } = await spoken(house, "We run a bakery called Zanzibar. Cakes must be collected.")
  const email = newAddress()
  const { id } = exportOf(await exportTo(jar, sessionId, email))
  expect(await heard(socket, id, "unverified")).toEqual(["queued", "rendering", "stored", "unverified"])
  await expect.poll(() => mailsTo(email).length).toBe(1)
  const [first] = mailsTo(email)
  expect(first?.attachments).toEqual([])
  expect(first?.text).not.toMatch(/Zanzibar|bakery|cakes/i)
  expect(isPdf(await downloaded(jar, sessionId, id))).toBe(true) // downloading does not wait

  const { token } = found(first ?? { text: "" })
  expect((await jar.redeem({ token })).status).toBe(200)
  expect((await heard(socket, id, "delivered")).slice(4)).toEqual(["sent", "delivered"])
  expect(mailsTo(email)).toHaveLength(2)
  expect(mailsTo(email)[1]?.attachments).toHaveLength(1)
  expect(await exported(jar, sessionId, id)).toMatchObject({ status: "delivered", email })
  socket.close()
})

test("the code from the mail, typed on another device, sends it too", async () => {
  const { jar, sessionId, socket } = await spoken(house)
  const email = newAddress()
  const mail = house.mailbox.next(email)
  exportOf(await exportTo(jar, sessionId, email))
  const { code: typed } = found(await mail)
  const phone = new Jar(house.url)
  expect((await phone.redeem({ email, code: typed })).status).toBe(200)
  await expect.poll(() => mailsTo(email).flatMap(({ attachments }) => attachments).length).toBe(1)
  socket.close()
})

test("of twenty requests with one key, all at once, there is one file and one mail; another body under the key is refused", async () => {
  const { jar, email, sessionId } = await saved(house)
  const socket = await socketOf(house, jar, sessionId)
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => exportTo(jar, sessionId, email, key)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
  expect(new Set(answers.map((answer) => exportOf(answer).id)).size).toBe(1)
  await heard(socket, exportOf(answers[0] ?? { body: {} }).id, "delivered")
  expect(mailsTo(email).filter(({ attachments }) => attachments.length > 0)).toHaveLength(1)
  const other = await exportTo(jar, sessionId, undefined, key)
  expect([other.status, code(other)]).toEqual([409, "idempotency.key_reused"])
  expect((await exportTo(jar, sessionId, email, "")).status).toBe(400)
  socket.close()
})

test("of twenty at once to an address that is new one file waits, and there is a link that sends it", async () => {
  const { jar, sessionId, socket } = await spoken(house)
  await jar.ask(newAddress()) // the cookie that links are bound to
  const email = newAddress()
  const key = randomUUID()
  const asked = await Promise.all(Array.from({ length: 20 }, () => exportTo(jar, sessionId, email, key)))
  const taken = asked.filter(({ status }) => status !== 503) // a busy table may say: try again
  expect(new Set(taken.map(({ status }) => status))).toEqual(new Set([202]))
  const [id = "", ...others] = new Set(taken.map((answer) => exportOf(answer).id))
  expect(others).toEqual([])
  await expect.poll(() => mailsTo(email).length).toBe(1)
  const { token } = found(mailsTo(email)[0] ?? { text: "" })
  expect((await jar.redeem({ token })).status).toBe(200)
  await heard(socket, id, "delivered")
  expect(mailsTo(email).filter(({ attachments }) => attachments.length > 0)).toHaveLength(1)
  socket.close()
})

test("an address that takes no mail is told of, with the file there to download", async () => {
  const { jar, sessionId, socket } = await spoken(house)
  const email = `bounce+${process.pid}@simulator.amazonses.com`
  const { id } = exportOf(await exportTo(jar, sessionId, email))
  const statuses = await heard(socket, id, "failed")
  expect(statuses.slice(0, 3)).toEqual(["queued", "rendering", "stored"])
  expect(await exported(jar, sessionId, id)).toMatchObject({ status: "failed", error: "mail.bounced", email })
  expect(isPdf(await downloaded(jar, sessionId, id))).toBe(true)

  const again = exportOf(await exportTo(jar, sessionId, email)).id
  await expect
    .poll(() => exported(jar, sessionId, again))
    .toMatchObject({ status: "failed", error: "mail.bounced", sizeBytes: expect.any(Number) })
  socket.close()
})

test("what is asked for in the wrong way is refused in words", async () => {
  const { jar, sessionId, socket } = await spoken(house)
  for (const [body, codeWanted] of [
    [{ format: "docx" }, "body.invalid"],
    [{ format: "pdf", email: "a@b.example, c@d.example" }, "body.invalid"],
    [{ format: "pdf", email: "a@b.example\r\nBcc: c@d.example" }, "body.invalid"],
    [{ format: "pdf", paper: "a0" }, "body.invalid"],
    [{ format: "pdf", extra: 1 }, "body.invalid"],
  ] as const) {
    const key = { "idempotency-key": randomUUID() }
    const answer = await jar.call("POST", `/v1/sessions/${sessionId}/exports`, body, key)
    expect([answer.status, code(answer)]).toEqual([400, codeWanted])
  }
  for (const id of ["exp_nothing", "exp_01ARZ3NDEKTSV4RRFFQ69G5FAV"]) {
    const answer = await jar.call("GET", `/v1/sessions/${sessionId}/exports/${id}/download`)
    expect([answer.status, code(answer)]).toEqual([404, "export.not_found"])
  }
  socket.close()
})

test("a character that no font has keeps nobody from their file", async () => {
  const { jar, sessionId, socket } = await spoken(house, "We sell \u{10FFFD} signs. Every sign must be \u{E000} blue.")
  const { id } = exportOf(await exportTo(jar, sessionId))
  await heard(socket, id, "stored")
  expect(await exported(jar, sessionId, id)).toMatchObject({ status: "stored" })
  expect(await house.queues()).toMatchObject({ ExportQueue: { deadLetters: 0 } })
  socket.close()
})

test("a submission's file is made for the owner, under its reference, from the document as it was sent", async () => {
  const { submit, contactOf, submissionOf } = await import("./submitting.ts")
  const { jar, sessionId, socket } = await spoken(house)
  const { reference } = submissionOf(await submit(jar, sessionId, contactOf(newAddress())))
  const pdf = async () =>
    (await rows(TABLE_NAME)).find(({ pk, sk }) => pk === `submission#${reference}` && sk === "submission")?.item["pdf"]
  await expect.poll(pdf).toMatchObject({ file: expect.stringMatching(`^pdf/${reference}/[0-9a-f]{64}\\.pdf$`) })
  socket.close()
})

test("the name of a file is the hash of its content", async () => {
  const { jar, sessionId, socket } = await spoken(house)
  const { id } = exportOf(await exportTo(jar, sessionId, undefined, randomUUID(), { paper: "letter", form: "short" }))
  await heard(socket, id, "stored")
  const bytes = await downloaded(jar, sessionId, id)
  const { headers } = await jar.call("GET", `/v1/sessions/${sessionId}/exports/${id}/download`)
  const hash = createHash("sha256")
    .update(bytes as Buffer)
    .digest("hex")
  expect(new URL(String(headers["location"])).pathname).toBe(`/pdf/${sessionId}/${hash}.pdf`)
  socket.close()
})
