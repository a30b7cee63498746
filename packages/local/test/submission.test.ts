import { randomBytes } from "node:crypto"
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb"
import { system } from "@spec-wizard/core/clock"
import * as Frozen from "@spec-wizard/core/submission/frozen"
import { Table } from "@spec-wizard/core/table"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { TABLE_NAME } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { type Answer, Jar } from "./jar.ts"
import { code, joined, newAddress, saved, socketOf } from "./keeper.ts"
import { rows } from "./rows.ts"
import { run } from "./run.ts"
import {
  contactOf,
  lookup,
  mailsAbout,
  OPERATOR_TOKEN_HASH,
  operator,
  spoken,
  stored,
  submissionOf,
  submit,
  submitted,
} from "./submitting.ts"

let house: House
let printed = ""
beforeAll(async () => {
  vi.stubEnv("LOG_LEVEL", "info")
  vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    printed += String(line)
    return true
  })
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100", OPERATOR_TOKEN_HASH } })
})
afterAll(async () => {
  await house.stop()
  vi.restoreAllMocks()
})

const OWNER = "owner@localhost"

const details = async (reference: string) => (await operator(house, "GET", `/${reference}`)).body

test("a document is submitted under a reference, every device hears of it, both mails are asked for, and the talk goes on", async () => {
  const { jar, email, sessionId } = await saved(house)
  const phone = await socketOf(house, await joined(house, email), sessionId)
  const answer = await submit(jar, sessionId, contactOf(email, { company: "Analytical Bakers", budget: "20,000 USD" }))
  expect(answer).toMatchObject({ status: 201, body: { submission: { status: "received" } } })
  const { reference, ...rest } = submissionOf(answer)
  expect(reference).toMatch(/^SPEC-[234679CDFGHJKMNPQRTVWXY]{4}-[234679CDFGHJKMNPQRTVWXY]{4}$/)
  expect(Object.keys(rest).sort()).toEqual(["createdAt", "status"])
  const told = await phone.next((frame) => JSON.stringify(frame).includes('"submitted"'))
  expect(told).toMatchObject({ type: "event", event: { type: "session.changed", session: { status: "submitted" } } })
  expect((await jar.call("GET", `/v1/sessions/${sessionId}`)).body).toMatchObject({ session: { status: "submitted" } })
  expect(await mailsAbout(reference)).toEqual(["notice", "submission"])
  expect(await details(reference)).toMatchObject({
    submission: { isVerified: true, contact: { email, name: "Ada Lovelace", company: "Analytical Bakers" } },
  })

  phone.send({ action: "sendMessage", id: `after-${process.pid}`, text: "And no delivery." })
  await phone.next((frame) => JSON.stringify(frame).includes('"turn.completed"'))
  expect((await jar.call("PATCH", `/v1/sessions/${sessionId}`, { title: "Bakery" })).body).toMatchObject({
    session: { status: "submitted", title: "Bakery" },
  })
  phone.close()
})

test("an answer to the notice reaches who submitted, an answer to their mail the owner, and no machine answers", async () => {
  const { jar, email, sessionId } = await saved(house)
  const { reference } = submissionOf(await submit(jar, sessionId, contactOf(email)))
  const about = () => house.mail().filter(({ text }) => text.includes(reference))
  await expect.poll(() => about().length).toBe(2)
  expect(Object.fromEntries(about().map(({ to, replyTo }) => [to, replyTo]))).toEqual({
    [OWNER]: email,
    [email]: OWNER,
  })
  const links = house.mail().filter(({ text, to }) => to === email && !text.includes(reference))
  expect(links.map(({ replyTo }) => replyTo)).toEqual(links.map(() => "")) // anybody can ask for a link, to any address
  for (const { headers } of house.mail()) expect(headers).toEqual({ "Auto-Submitted": "auto-generated" })
})

test("what was submitted stays as it was, whatever becomes of the document", async () => {
  const { jar, sessionId } = await spoken(house)
  const state = await jar.call("GET", `/v1/sessions/${sessionId}`)
  const { readiness: _, ...before } = (state.body as { specification: { readiness: unknown; version: number } })
    .specification // the route's answer
  const { reference } = submissionOf(await submit(jar, sessionId, contactOf(newAddress())))
  const undone = await jar.call("POST", `/v1/sessions/${sessionId}/specification/operations`, {
    baseVersion: before.version,
    operations: [{ op: "undo" }],
  })
  expect(undone.status).toBe(200)
  expect(await details(reference)).toMatchObject({ submission: { document: before, isVerified: false } })
})

test("twenty at once, each by its own key: one reference, one submission, one of each mail", async () => {
  for (let round = 0; round < 3; round++) {
    const { jar, sessionId } = await spoken(house)
    const email = newAddress()
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(jar, sessionId, contactOf(email))))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201])
    const [reference, ...others] = new Set(answers.map((answer) => submissionOf(answer).reference))
    expect(others).toEqual([])
    expect(await mailsAbout(reference ?? "")).toEqual(["notice", "submission"])
    const all = (await rows(TABLE_NAME)).filter(({ pk, sk }) => pk.startsWith("submission#") && sk === "submission")
    expect(all.filter(({ text }) => text.includes(email))).toHaveLength(1)
    const log = await jar.call("GET", `/v1/sessions/${sessionId}/events`)
    expect(log.text.match(/"session.changed"/g)).toHaveLength(1)
  }
})

test("twenty at once by one key are one request: all get the same answer", async () => {
  const { jar, sessionId } = await spoken(house)
  const body = contactOf(newAddress())
  const answers = await Promise.all(Array.from({ length: 20 }, () => submit(jar, sessionId, body, "one-and-the-same")))
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect(answers[0]?.status).toBe(201)
  expect(await mailsAbout(submissionOf(answers[0] as Answer).reference)).toEqual(["notice", "submission"]) // twenty answers
})

test("the same request again gets the same answer; its key with another body is refused; another key gets what there is", async () => {
  const { jar, sessionId } = await spoken(house)
  const body = contactOf(newAddress())
  const first = await submit(jar, sessionId, body, "first")
  expect(first.status).toBe(201)
  const reordered = Object.fromEntries(Object.entries(body).reverse())
  for (const same of [body, reordered])
    expect(await submit(jar, sessionId, same, "first")).toMatchObject({ status: 201, body: first.body })
  const other = { ...body, name: "Charles" }
  expect(await submit(jar, sessionId, other, "first")).toMatchObject({
    status: 409,
    body: { code: "idempotency.key_reused" },
  })
  for (let again = 0; again < 2; again++)
    expect(await submit(jar, sessionId, other, "second")).toMatchObject({ status: 200, body: first.body })
  expect(code(await submit(jar, sessionId, body, "second"))).toBe("idempotency.key_reused")
  expect(await details(submissionOf(first).reference)).toMatchObject({ submission: { contact: { name: body.name } } })
})

test("without a key, with one that is none, or with a wrong body, nothing is submitted", async () => {
  const { jar, sessionId } = await spoken(house)
  const path = `/v1/sessions/${sessionId}/submission`
  const body = contactOf(newAddress())
  expect(await jar.call("POST", path, body)).toMatchObject({ status: 400, body: { code: "idempotency.key_missing" } })
  for (const key of ["", "x".repeat(256), "sch\u00f6n"])
    expect(code(await submit(jar, sessionId, body, key))).toBe("idempotency.key_missing")
  for (const wrong of [{}, { ...body, consent: false }, { ...body, name: "" }, { ...body, admin: true }])
    expect(await submit(jar, sessionId, wrong)).toMatchObject({ status: 400, body: { code: "body.invalid" } })
  expect((await jar.call("GET", `/v1/sessions/${sessionId}`)).body).toMatchObject({ session: { status: "open" } })
  expect((await submit(jar, sessionId, body)).status).toBe(201)
})

test("a reference that is taken is not given again: another is tried", async () => {
  const { reference: taken } = await submitted(house)
  const { jar, sessionId } = await spoken(house)
  const values = [...taken.replace(/^SPEC|-/g, "")].map((symbol) => "234679CDFGHJKMNPQRTVWXY".indexOf(symbol))
  const draw = vi.spyOn(crypto, "getRandomValues").mockImplementationOnce((array) => {
    if (array instanceof Uint8Array) array.set(values)
    return array
  })
  const answer = await submit(jar, sessionId, contactOf(newAddress()))
  expect(draw.mock.calls.length).toBeGreaterThan(1)
  draw.mockRestore()
  expect(answer.status).toBe(201)
  expect(submissionOf(answer).reference).not.toBe(taken)
  expect(await mailsAbout(taken)).toEqual(["notice", "submission"])
})

test("a document that is large even when packed stands in parts and comes back whole", async () => {
  const table = new Table({ name: TABLE_NAME, clock: system })
  const goal = {
    kind: "goal",
    state: "accepted",
    evidence: "stated",
    locked: "none",
    sources: [],
    dependsOn: [],
  } as const
  const items = Array.from({ length: 700 }, (_, index) => {
    const text = randomBytes(1_400).toString("base64") // nothing to pack
    return { ...goal, id: `GOAL-${index + 1}` as const, text, sources: [], dependsOn: [], addedIn: 1, changedIn: 1 }
  })
  const document = { version: 1, language: "en", items, used: { goal: 700 } } as const
  const writes = Frozen.write("SPEC-2222-2222", { ...document, items })
  expect(writes.length).toBeGreaterThan(2)
  await table.transact(writes)
  expect(await Frozen.read({ table }, "SPEC-2222-2222")).toEqual(document)
})

test("reference and address together tell how it stands; either alone tells nothing, by body or by header", async () => {
  const { email, reference } = await submitted(house)
  const { reference: other } = await submitted(house)
  const nobody = new Jar(house.url)
  const bare = reference.slice(5).replace("-", "")
  for (const [asked, by] of [
    [reference, email],
    [` ${bare.toLowerCase()} `, email.toUpperCase()],
    [`spec ${bare}`, email],
  ] as const)
    expect(await lookup(nobody, asked, by)).toMatchObject({
      status: 200,
      body: { submission: { reference, status: "received" } },
    })

  const answers = await Promise.all(
    [
      [reference, newAddress()],
      [other, email],
      ["SPEC-2222-2222", email],
      ["SPEC-AAAA-0000", email],
      ["", email],
      ["__proto__", email],
    ].map(([asked = "", by = ""]) => lookup(nobody, asked, by)),
  )
  const shown = answers.map(({ status, body, headers }) => {
    const { "x-request-id": _, date: __, ...rest } = headers
    return JSON.stringify({ status, rest, body: { ...(body as object), requestId: "" } }) // a problem
  })
  expect(new Set(shown).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 404, body: { code: "submission.not_found" } })
  for (const wrong of [{ reference }, { email }, { reference, email: "nobody" }, { reference, email, admin: 1 }])
    expect(code(await nobody.call("POST", "/v1/submissions/lookup", wrong))).toBe("body.invalid")
})

test("whoever looks up what does not exist asks the table as often as for what does", async () => {
  const { email, reference } = await submitted(house)
  // Its two mails are written from what the table holds, so they have to be out.
  const mails = () => house.mail().filter(({ text }) => text.includes(reference))
  await expect.poll(() => mails().length).toBe(2)
  const send = vi.spyOn(DynamoDBDocumentClient.prototype, "send")
  const costs: number[] = []
  for (const [asked, by] of [
    [reference, email],
    [reference, newAddress()],
    ["SPEC-2222-2222", email],
    ["nonsense", email],
  ] as const) {
    send.mockClear()
    await lookup(new Jar(house.url), asked, by)
    costs.push(send.mock.calls.filter(([{ input }]) => /submission#|lookup-/.test(JSON.stringify(input))).length)
  }
  send.mockRestore()
  expect(costs).toEqual([3, 3, 3, 3])
})

test("a submission outlives the expiry of its session, and still tells its submitter how it stands", async () => {
  const { email, reference, sessionId } = await submitted(house)
  house.clock.advance(32 * 86_400_000)
  await run("Maintain")
  const left = async () =>
    (await rows(TABLE_NAME)).filter(({ pk }) => pk === `session#${sessionId}`).map(({ sk }) => sk)
  await expect.poll(left).toEqual(["session"])
  expect(await stored(reference)).toContain("document#000")
  expect((await lookup(new Jar(house.url), reference, email)).status).toBe(200)
  expect(await details(reference)).toMatchObject({
    submission: { status: "received", contact: { email }, document: { version: 1 } },
  })
})

test("no line of a log holds a contact or a reference", async () => {
  const { email, reference } = await submitted(house, { more: { company: "Canary Bakers", phone: "+41 44 4711 4711" } })
  await lookup(new Jar(house.url), reference, newAddress())
  await lookup(new Jar(house.url), "canary-nonsense", email)
  await operator(house, "PATCH", `/${reference}`, { question: "Is it a canary?" })
  expect(printed).toContain("request.refused")
  for (const secret of [reference, reference.slice(5), email, "Canary", "canary", "4711 4711", "Lovelace"])
    expect(printed, secret).not.toContain(secret)
})
