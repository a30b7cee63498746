import { contract } from "@spec-wizard/sessions/contract"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { TABLE_NAME } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { type Answer, Jar } from "./jar.ts"
import { code, newAddress, socketOf } from "./keeper.ts"
import { expectLimited } from "./limited.ts"
import { rows } from "./rows.ts"
import {
  change,
  contactOf,
  lookup,
  mailsAbout,
  OPERATOR_TOKEN,
  OPERATOR_TOKEN_HASH,
  operator,
  spoken,
  submissionOf,
  submit,
  submitted,
} from "./submitting.ts"

let house: House
let victim: Awaited<ReturnType<typeof submitted>>
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "10", OPERATOR_TOKEN_HASH } })
  victim = await submitted(house, { more: { company: "Analytical Bakers" } })
})
afterAll(() => house.stop())

type Act = { who: string; did: string; from?: string; to?: string; at: string }
type Details = { status: string; version: number; messages: { kind: string; text: string }[]; history: Act[] }
const detailsOf = ({ body }: Answer) => (body as { submission: Details }).submission // what the routes answer
const details = async (reference: string) => detailsOf(await operator(house, "GET", `/${reference}`))
const NEVER = "SPEC-2222-2222"

describe("the operator's routes", () => {
  const routes = Object.entries(contract).filter(([route]) => route.includes("/operator/"))
  const ask = (jar: Jar, route: string, reference: string, headers: Record<string, string> = {}) => {
    const [method = "", path = ""] = route.split(" ")
    return jar.call(method, path.replace("{reference}", reference), contract[route]?.example, headers)
  }
  const without = ({ status, body, headers }: Answer) => {
    const { "x-request-id": _, date: __, ...rest } = headers
    return { status, headers: rest, body: { ...(body as object), requestId: "" } } // a problem
  }

  test.each(routes)("%s answers nobody but the operator, to the last header alike", async (route) => {
    const device = victim.jar.cookies.get("spec_wizard") ?? ""
    const askers = [
      () => ask(new Jar(house.url), route, victim.reference),
      () => ask(victim.jar, route, victim.reference),
      ...[
        `Bearer ${device}`,
        `Bearer ${"o".repeat(43)}`,
        `Bearer ${OPERATOR_TOKEN}x`,
        `Bearer ${OPERATOR_TOKEN.slice(1)}`,
        `Bearer ${OPERATOR_TOKEN_HASH}`,
        `Basic ${OPERATOR_TOKEN}`,
        `Bearer ${"o".repeat(5_000)}`,
        "Bearer ",
        OPERATOR_TOKEN,
      ].map((authorization) => () => ask(new Jar(house.url), route, victim.reference, { authorization })),
    ]
    for (const asker of askers) {
      const answer = await asker()
      expect(answer).toMatchObject({ status: 401, body: { code: "operator.refused" } })
      expect(without(answer)).toEqual(without(await ask(new Jar(house.url), route, NEVER)))
    }
    const authorization = `Bearer ${OPERATOR_TOKEN}`
    await expect // its file is made in the background
      .poll(async () => (await ask(new Jar(house.url), route, victim.reference, { authorization })).status)
      .toBe(contract[route]?.status)
  })

  test.each(routes.filter(([route]) => route.includes("{reference}")))("%s knows no other reference", async (route) => {
    const authorization = `Bearer ${OPERATOR_TOKEN}`
    for (const none of [NEVER, "SPEC-AAAA-0000", "ses_01J0000000000000000000000A", "%24where"])
      expect(await ask(new Jar(house.url), route, none, { authorization })).toMatchObject({
        status: 404,
        body: { code: "submission.not_found" },
      })
    expect((await rows(TABLE_NAME)).filter(({ pk }) => pk === `submission#${NEVER}`)).toEqual([])
  })

  test("the operator's token opens nobody's session", async () => {
    const headers = { authorization: `Bearer ${OPERATOR_TOKEN}` }
    const answer = await new Jar(house.url).call("GET", `/v1/sessions/${victim.sessionId}`, undefined, headers)
    expect(answer).toMatchObject({ status: 401, body: { code: "token.refused" } })
  })
})

test("the owner reads contact and document, and who read is kept", async () => {
  const { reference, email } = await submitted(house, { more: { company: "Analytical Bakers" } })
  const first = await operator(house, "GET", `/${reference.toLowerCase().replaceAll("-", "")}`)
  expect(first).toMatchObject({
    status: 200,
    body: {
      submission: {
        reference,
        status: "received",
        contact: { email, name: "Ada Lovelace", company: "Analytical Bakers" },
        document: { version: 1, items: expect.any(Array) },
        messages: [],
        history: [{ who: "operator", did: "read" }],
      },
    },
  })
  expect(first.text).not.toContain("consent")
  const { history } = await details(reference)
  expect(history.map(({ did }) => did)).toEqual(["read", "read"])
})

test("a submission moves forward, never back; each step is kept, tells its submitter, and sends one mail", async () => {
  const { reference, email } = await submitted(house)
  const steps = [
    { status: "reviewed", message: "Thank you, we are on it." },
    { status: "quoted", message: "We sent you an offer." },
    { status: "closed" },
  ]
  for (const [index, step] of steps.entries()) {
    for (let again = 0; again < 2; again++)
      expect(await change(house, reference, step)).toMatchObject({
        status: 200,
        body: { submission: { ...step, version: index + 2 } },
      })
    expect(submissionOf(await lookup(new Jar(house.url), reference, email))).toEqual({
      reference,
      ...step,
      createdAt: expect.any(String),
    })
    for (const back of ["received", ...steps.slice(0, index).map(({ status }) => status)])
      expect(await change(house, reference, { status: back })).toMatchObject({
        status: 409,
        body: { code: "submission.status_backward", detail: expect.stringContaining(step.status) },
      })
  }
  expect(code(await change(house, reference, { question: "One more thing?" }))).toBe("submission.closed")
  expect(await mailsAbout(reference)).toEqual(["answer", "answer", "answer", "notice", "submission"])
  const { history, messages } = await details(reference)
  expect(messages.map(({ text }) => text)).toEqual(["Thank you, we are on it.", "We sent you an offer."])
  expect(history.filter(({ did }) => did === "changed").map(({ who, from, to }) => [who, from, to])).toEqual([
    ["operator", "quoted", "closed"],
    ["operator", "reviewed", "quoted"],
    ["operator", "received", "reviewed"],
  ])
  for (const { at } of history) expect(Date.parse(at)).toBeGreaterThan(0)
})

test("who saw an older version is refused; of twenty that change the same one at once, one does", async () => {
  const { reference } = await submitted(house)
  const { version } = await details(reference)
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      change(house, reference, { status: "reviewed", message: `${index}`, version }),
    ),
  )
  const fates = answers.map((answer) => code(answer) ?? String(answer.status))
  expect(fates.sort()).toEqual(["200", ...Array(19).fill("submission.conflict")])
  const { history, messages } = await details(reference)
  expect([history.filter(({ did }) => did === "changed").length, messages.length]).toEqual([1, 1])
  expect(await mailsAbout(reference)).toEqual(["answer", "notice", "submission"])
})

test("a question goes into the conversation, to every device live, and once however often it is sent", async () => {
  const { jar, sessionId, reference, email } = await submitted(house)
  const socket = await socketOf(house, jar, sessionId)
  const question = "How many cakes is that in a week?\nAnd at Easter?"
  const answers = await Promise.all(Array.from({ length: 10 }, () => change(house, reference, { question })))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const told = (type: string) =>
    socket.next((frame) => JSON.stringify(frame).includes("Easter") && JSON.stringify(frame).includes(type))
  expect(await told("message.appended")).toMatchObject({ event: { message: { role: "wizard", text: question } } })
  expect(await told("submission.changed")).toMatchObject({ event: { submission: { reference, message: question } } })
  const { body } = await jar.call("GET", `/v1/sessions/${sessionId}/messages`)
  const { messages } = body as { messages: { text: string }[] } // the route's answer
  expect(messages.filter(({ text }) => text === question)).toHaveLength(1)
  expect(submissionOf(await lookup(new Jar(house.url), reference, email))).toMatchObject({
    status: "received",
    message: question,
  })
  expect(await mailsAbout(reference)).toEqual(["answer", "notice", "submission"])
  const kept = await details(reference)
  expect(kept.messages).toMatchObject([{ kind: "question", text: question, status: "received" }])
  expect(kept.history.filter(({ did }) => did === "asked")).toHaveLength(1)

  socket.send({ action: "sendMessage", id: `reply-${process.pid}`, text: "Sixty, and ninety at Easter." })
  await socket.next((frame) => JSON.stringify(frame).includes('"turn.completed"'))
  socket.close()
})

test("a question about a submission whose session has expired is kept, and a mail points to it", async () => {
  const { reference, email } = await submitted(house)
  house.clock.advance(31 * 86_400_000)
  expect((await change(house, reference, { question: "Are you still there?" })).status).toBe(200)
  expect(await mailsAbout(reference)).toContain("answer")
  expect(submissionOf(await lookup(new Jar(house.url), reference, email))).toMatchObject({
    message: "Are you still there?",
  })
})

test.each([
  ["nothing", {}],
  ["a status that only an erasure gives", { status: "erased" }],
  ["a status that is none", { status: "lost" }],
  ["an empty question", { question: "" }],
  ["a question of 4,001 characters", { question: "x".repeat(4_001) }],
  ["status and question at once", { status: "reviewed", question: "Both?" }],
  ["an unknown field", { status: "reviewed", admin: true }],
  ["a version alone", { version: 1 }],
])("%s changes nothing", async (_, body) => {
  expect(await change(house, victim.reference, body)).toMatchObject({ status: 400, body: { code: "body.invalid" } })
})

test("the list is a month's, newest first, page by page, without contacts; a status picks from it", async () => {
  house.clock.advance(40 * 86_400_000) // a month of its own
  const month = new Date().toISOString().slice(0, 7)
  const references: string[] = []
  for (let count = 0; count < 5; count++) {
    references.unshift((await submitted(house)).reference)
    house.clock.advance(1_000)
  }
  type List = { submissions: { reference: string; status: string }[]; next?: string }
  const list = async (query: string) => (await operator(house, "GET", query)).body as List // what the route answers
  await expect.poll(async () => (await list("")).submissions.length).toBe(5)
  expect((await list(`?month=${month}`)).submissions.map(({ reference }) => reference)).toEqual(references)

  const seen: string[] = []
  for (let after = ""; ; ) {
    const { submissions, next } = await list(`?limit=2${after}`)
    seen.push(...submissions.map(({ reference }) => reference))
    if (next === undefined) break
    after = `&after=${next}`
  }
  expect(seen).toEqual(references)

  await change(house, references[2] ?? "", { status: "reviewed" })
  expect((await list("?status=reviewed")).submissions).toMatchObject([{ reference: references[2], status: "reviewed" }])
  expect((await list("?status=quoted")).submissions).toEqual([])
  expect((await list("?month=2020-01")).submissions).toEqual([])
  expect(JSON.stringify(await list(""))).not.toMatch(/@example|Lovelace/)
  expect((await rows(TABLE_NAME)).filter(({ pk }) => pk === `audit#${month}`).length).toBeGreaterThan(5)
  for (const wrong of ["?month=2026-13", "?month=x", "?limit=0", "?limit=101", "?status=lost", "?after=x", "?sort=asc"])
    expect(code(await operator(house, "GET", wrong)), wrong).toBe("query.invalid")
})

const HOUR = 3_600_000
const nextHour = () => house.clock.advance(HOUR + HOUR / 2 - (Date.now() % HOUR))

test("wrong tokens are limited by network; the operator and other networks are not held up by them", async () => {
  nextHour()
  const guess = (from: string) =>
    new Jar(house.url, { from }).call("GET", "/v1/operator/submissions", undefined, {
      authorization: `Bearer ${"w".repeat(43)}`,
    })
  const answers = await Promise.all(Array.from({ length: 250 }, () => guess("127.0.7.1")))
  expectLimited(
    answers.map((answer) => code(answer)),
    "operator.refused",
    200, // twenty, ten times over
  )
  expect((await operator(house, "GET", "")).status).toBe(200)
  expect((await guess("127.0.7.2")).status).toBe(401)
})

test("look-ups are limited by network and by address", async () => {
  nextHour()
  const { reference, email } = await submitted(house)
  const from = (last: number) => new Jar(house.url, { from: `127.0.8.${last}` })
  const ofOne = await Promise.all(Array.from({ length: 250 }, () => lookup(from(1), reference, newAddress())))
  expectLimited(
    ofOne.map((answer) => code(answer)),
    "submission.not_found",
    200,
  )
  const ofMany = await Promise.all(
    Array.from({ length: 250 }, (_, index) => lookup(from(2 + (index % 5)), NEVER, email)),
  )
  expectLimited(
    ofMany.map((answer) => code(answer)),
    "submission.not_found",
    200,
  )
  nextHour()
  expect((await lookup(from(1), reference, email)).status).toBe(200)
})

test("a request to submit that is repeated uses up nothing of what a network may submit", async () => {
  nextHour()
  const { jar, sessionId } = await spoken(house)
  const body = contactOf(newAddress())
  for (
    let again = 0;
    again < 210;
    again++ // more than the limit's 200
  )
    expect((await submit(jar, sessionId, body, "again")).status).toBe(201)
  expect((await submitted(house)).reference).toBeTruthy()
})
