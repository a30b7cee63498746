import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { expectLimited } from "./limited.ts"
import { frameId, greeted, newSession } from "./raw.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "1" } })
})
afterAll(() => house.stop())

type Call = { method?: string; headers?: Record<string, string>; body?: string }
const call = (path: string, options: Call = {}) => fetch(`${house.url}${path}`, options)
const json = { "content-type": "application/json" }
const problem = async (response: Response) => ({ status: response.status, ...((await response.json()) as object) }) // ours

test("health says what it checked, config what a client may know", async () => {
  expect(await (await call("/v1/health")).json()).toEqual({
    status: "ok",
    version: "0.1.0",
    checks: { table: "ok", secrets: "ok" },
  })
  expect(await (await call("/v1/config")).json()).toMatchObject({
    providers: ["guided"],
    limits: { messageLength: 16_000, frameBytes: 30_000 },
    retention: { sessionDays: 30, savedSessionDays: 90 },
  })
})

test("a new session starts at headSeq 0, with a token for programs and a cookie for browsers", async () => {
  const response = await call("/v1/sessions", {
    method: "POST",
    headers: json,
    body: '{"title":"Bakery","locale":"de-CH"}',
  })
  expect(response.status).toBe(201)
  const { session, token } = (await response.json()) as { session: object; token: string } // the route's answer
  expect(session).toMatchObject({ title: "Bakery", locale: "de-CH", status: "open", headSeq: 0 })
  const cookie = response.headers.get("set-cookie") ?? ""
  expect(cookie).toContain(`spec_wizard=${token};`)
  for (const attribute of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(attribute)
})

test("a title is kept without what deceives the eye", async () => {
  const title = (text: string) => call("/v1/sessions", { method: "POST", headers: json, body: `{"title":"${text}"}` })
  for (const text of ["Bakery\\u202e", "Bakery\\u0000\\u001b", " Bakery\u{E0041} "])
    expect(await (await title(text)).json()).toMatchObject({ session: { title: "Bakery" } })
  expect(await (await title("Bakery\\ud800")).json()).toMatchObject({ session: { title: "Bakery\ufffd" } })
})

test("bytes that are no UTF-8 get a problem, not a guess", async () => {
  const body = Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from('"}')])
  const response = await fetch(`${house.url}/v1/sessions`, { method: "POST", headers: json, body })
  expect(await problem(response)).toMatchObject({ status: 400, code: "body.invalid" })
})

test("a session made with a valid credential joins the same device; a cookie's token is not shown to the page", async () => {
  const first = await newSession(house.url)
  const authorization = `Bearer ${first.token}`
  const second = await call("/v1/sessions", { method: "POST", headers: { authorization } })
  expect(((await second.json()) as { token: string }).token).toBe(first.token)
  expect((await call(`/v1/sessions/${first.session.id}`, { headers: { authorization } })).status).toBe(200)
  const cookie = { cookie: `spec_wizard=${first.token}`, origin: house.url }
  const third = await call("/v1/sessions", { method: "POST", headers: cookie })
  expect(await third.text()).not.toContain(first.token)
  expect(third.headers.get("set-cookie")).toBeNull()
})

test("somebody else's session, an unknown one and a malformed id answer alike", async () => {
  const [ada, ben] = [await newSession(house.url), await newSession(house.url)]
  const headers = { authorization: `Bearer ${ben.token}` }
  const unknown = "ses_01J0000000000000000000000A"
  const answers = await Promise.all(
    [ada.session.id, unknown, "ses_nope", "..%2f..%2fetc"].flatMap((id) =>
      [`/v1/sessions/${id}`, `/v1/sessions/${id}/events`, `/v1/sessions/${id}/messages`].map(async (path) => {
        const { requestId: _, ...rest } = (await (await call(path, { headers })).json()) as { requestId: string } // a problem
        return JSON.stringify(rest)
      }),
    ),
  )
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain("session.not_found")
})

test.each([
  ["no credential", {}, 401, "auth.required"],
  ["a made-up token", { authorization: `Bearer ${"a".repeat(43)}` }, 401, "token.refused"],
  ["a made-up cookie", { cookie: `spec_wizard=${"a".repeat(43)}` }, 401, "token.refused"],
])("%s is refused", async (_, headers, status, code) => {
  const { session } = await newSession(house.url)
  expect(await problem(await call(`/v1/sessions/${session.id}`, { headers }))).toMatchObject({ status, code })
})

test("a cookie acts only for a page of ours", async () => {
  const { session, token } = await newSession(house.url)
  const post = (headers: Record<string, string>) =>
    call(`/v1/sessions/${session.id}/tickets`, { method: "POST", headers })
  const cookie = `spec_wizard=${token}`
  expect((await post({ cookie, origin: house.url })).status).toBe(201)
  expect(await problem(await post({ cookie, origin: "https://evil.example" }))).toMatchObject({
    code: "origin.refused",
  })
  expect(await problem(await post({ cookie }))).toMatchObject({ status: 403, code: "origin.refused" })
  expect((await post({ authorization: `Bearer ${token}`, origin: "https://program.example" })).status).toBe(201)
})

test.each([
  ["no JSON", "POST", "{", json, 400, "body.invalid"],
  ["an array", "POST", "[]", json, 400, "body.invalid"],
  ["an unknown field", "POST", '{"admin":true}', json, 400, "body.invalid"],
  ["a prototype key", "POST", '{"__proto__":{}}', json, 400, "body.invalid"],
  ["a title of 121 characters", "POST", JSON.stringify({ title: "x".repeat(121) }), json, 400, "body.invalid"],
  ["a locale that is none", "POST", '{"locale":"<script>"}', json, 400, "body.invalid"],
  ["a form", "POST", "title=x", { "content-type": "application/x-www-form-urlencoded" }, 415, "body.unsupported"],
  ["70 KB", "POST", JSON.stringify({ title: "x".repeat(70_000) }), json, 413, "body.too_large"],
  ["another method", "PUT", "{}", json, 404, "route.not_found"],
])("%s gets a problem, with the headers every answer has", async (_, method, body, headers, status, code) => {
  const response = await call("/v1/sessions", { method, body, headers })
  expect(response.headers.get("content-type")).toBe("application/problem+json")
  expect(await problem(response)).toMatchObject({
    status,
    code,
    detail: expect.any(String),
    requestId: expect.any(String),
  })
})

test("every answer carries the security headers, errors included; the origin list is exact", async () => {
  for (const path of ["/v1/health", "/v1/nothing", "/v1/sessions/x"]) {
    const { headers } = await call(path, { headers: { origin: house.url } })
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "strict-transport-security": expect.any(String),
      "permissions-policy": expect.any(String),
      "cross-origin-opener-policy": "same-origin",
      "access-control-allow-origin": house.url,
    })
  }
  for (const origin of ["https://evil.example", `${house.url}.evil.example`, "null"]) {
    const { headers } = await call("/v1/health", { headers: { origin } })
    expect(headers.get("access-control-allow-origin")).toBeNull()
  }
  expect((await call("/v1/sessions", { method: "OPTIONS", headers: { origin: house.url } })).status).toBe(204)
})

test("pages of the log follow each other without gap or overlap, and a wrong page is refused", async () => {
  const { api, session, token } = await newSession(house.url)
  const { openChat } = await import("@spec-wizard/client")
  const chat = openChat({ api, sessionId: session.id })
  for (const text of ["We run a bakery.", "Customers."]) {
    await chat.send(text)
    for await (const event of chat.events({ after: chat.state.appliedSeq })) if (event.type === "turn.completed") break
  }
  chat.close()
  const seqs: number[] = []
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page: Awaited<ReturnType<typeof api.sessions.events>> = await api.sessions.events(session.id, {
      after,
      limit: 3,
    })
    seqs.push(...page.events.map(({ seq }) => seq))
    after = page.next
  }
  expect(seqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  const { messages } = await api.sessions.messages(session.id, {})
  expect(messages.map(({ role, seq }) => [role, seq])).toEqual([
    ["visitor", 1],
    ["wizard", 3],
    ["visitor", 6],
    ["wizard", 8],
  ])
  const headers = { authorization: `Bearer ${token}` }
  for (const query of ["after=-1", "after=x", "limit=0", "limit=501", "limit=1.5", "sort=asc"])
    expect(await problem(await call(`/v1/sessions/${session.id}/events?${query}`, { headers }))).toMatchObject({
      status: 400,
      code: "query.invalid",
    })
})

test("a page beyond the end says where the log ends", async () => {
  const { api, session } = await newSession(house.url)
  expect(await api.sessions.events(session.id, { after: 9_999 })).toMatchObject({ headSeq: 0, events: [] })
})

test("one visitor's flood of messages is refused without using up what others at the same address may send", async () => {
  house.clock.advance(60_000) // a minute of its own
  const flooding = await newSession(house.url)
  const [loud, quiet] = [await greeted(flooding), await greeted(await newSession(house.url))]
  for (let n = 0; n < 150; n++) loud.send({ action: "sendMessage", id: frameId(), text: `Message ${n}` })
  const answers = () => loud.frames.filter(({ type }) => type === "ack" || type === "error")
  await loud.next(() => answers().length === 150)
  const refused = answers().filter(({ type }) => type === "error")
  const { events } = await flooding.api.sessions.events(flooding.session.id)
  const turns = events.filter(({ type }) => type === "turn.started") // one after the other, while the flood lasted
  expect(refused).toHaveLength(150 - turns.length)
  expect(turns.length).toBeLessThan(100)
  quiet.send({ action: "sendMessage", id: frameId(), text: "Hello." })
  await quiet.next(({ type }) => type === "ack")
})

test("of 100 sessions asked for at once by one address, the limit's 20 are made, and the others told when to go on", async () => {
  house.clock.advance(3_600_000) // an hour of its own
  const answers = await Promise.all(Array.from({ length: 100 }, () => call("/v1/sessions", { method: "POST" })))
  const fates = await Promise.all(
    answers.map(async (answer) => (answer.ok ? "made" : String(Object(await answer.json()).code))),
  )
  expectLimited(fates, "made", 20)
  for (const { status, headers } of answers)
    if (status === 429) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0)
  house.clock.advance(3_600_000)
  expect((await call("/v1/sessions", { method: "POST" })).status).toBe(201)
})
