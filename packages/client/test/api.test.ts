import { afterEach, expect, test, vi } from "vitest"
import { ApiError, type ApiOptions, createApi } from "../src/index.ts"
import { problem, ReferenceServer } from "./reference-server.ts"

afterEach(() => {
  vi.useRealTimers()
})

function client(options: Partial<ApiOptions> = {}) {
  const server = new ReferenceServer()
  const sent: RequestInit[] = []
  const fetch: typeof globalThis.fetch = (input, init) => {
    sent.push(init ?? {})
    return server.fetch(input, init)
  }
  return { server, sent, api: createApi({ baseUrl: "http://reference/", fetch, ...options }) }
}

test("remembers the token of the session it created, and sends no cookies", async () => {
  const { api, server, sent } = client()
  const { session, token } = await api.sessions.create({ locale: "en" })
  await api.sessions.ticket(session.id)
  expect(token).toBe("reference-token")
  expect(server.requests.map(({ headers }) => headers.get("authorization"))).toEqual([null, "Bearer reference-token"])
  expect(sent.map(({ credentials }) => credentials)).toEqual(["omit", "omit"])
})

test("a given token stays, whatever is created with it", async () => {
  const { api, server } = client({ token: "given" })
  const { session } = await api.sessions.create()
  await api.sessions.ticket(session.id)
  expect(server.requests.map(({ headers }) => headers.get("authorization"))).toEqual(["Bearer given", "Bearer given"])
})

test("in cookie mode no token is ever sent or kept", async () => {
  const { api, server, sent } = client({ credentials: "cookie", token: "must not be used" })
  const { session } = await api.sessions.create()
  await api.sessions.get(session.id)
  expect(server.requests.map(({ headers }) => headers.get("authorization"))).toEqual([null, null])
  expect(sent.map(({ credentials }) => credentials)).toEqual(["include", "include"])
})

test("reads any part of the log", async () => {
  const { api, server } = client()
  for (let n = 0; n < 5; n++) server.append({ type: "x.fact", n })
  const { events, headSeq } = await api.sessions.events(server.sessionId, { after: 2, limit: 2 })
  expect(events.map(({ seq }) => seq)).toEqual([3, 4])
  expect(headSeq).toBe(5)
  expect(server.requests[0]?.path).toMatch(/\/events\?after=2&limit=2$/)
})

test("a refusal carries the server's code, sentence, request and wait", async () => {
  const { api, server } = client()
  server.intercept = () => problem(429, "rate.limited", { "retry-after": "30" })
  const error = await api.sessions.get("ses_x").catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({
    status: 429,
    code: "rate.limited",
    detail: "Refused: rate.limited.",
    requestId: "req-1",
    retryAfter: 30,
  })
})

test("understands a date as the time to try again", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-21T09:00:00Z") })
  const { api, server } = client()
  server.intercept = () => problem(503, "unavailable", { "retry-after": "Sat, 21 Nov 2026 09:01:00 GMT" })
  await expect(api.health()).rejects.toMatchObject({ retryAfter: 60 })
})

test("an answer that is not ours becomes a code, not a crash", async () => {
  const { api, server } = client()
  server.intercept = () => new Response("<h1>Bad gateway</h1>", { status: 502 })
  await expect(api.health()).rejects.toMatchObject({ status: 502, code: "http.502" })
  server.intercept = () => Response.json({ status: "splendid" })
  await expect(api.health()).rejects.toMatchObject({ status: 200, code: "answer.invalid" })
})

test("a browser without AbortSignal.any can ask all the same, and stop asking", async () => {
  const { any } = AbortSignal
  Reflect.deleteProperty(AbortSignal, "any")
  try {
    const { api } = client()
    const { session } = await api.sessions.create()
    const { ticket } = await api.sessions.ticket(session.id, { signal: new AbortController().signal })
    expect(ticket).not.toBe("")
    await expect(api.health({ signal: AbortSignal.abort("enough") })).rejects.toBe("enough")
  } finally {
    AbortSignal.any = any
  }
})

test("no answer at all is `offline`, and so is one that does not come in time", async () => {
  const { api, server } = client()
  server.intercept = () => "offline"
  await expect(api.config()).rejects.toMatchObject({ status: 0, code: "offline" })
  const slow = createApi({
    baseUrl: "",
    timeoutMs: 5,
    fetch: (_input, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason))),
  })
  await expect(slow.health()).rejects.toMatchObject({ code: "offline" })
})

test("a cancelled call rejects with its own reason", async () => {
  const { api } = client()
  await expect(api.health({ signal: AbortSignal.abort("enough") })).rejects.toBe("enough")
})

test("an id cannot leave its place in the path", async () => {
  const { api, server } = client()
  await expect(api.sessions.get("../operator?x=")).rejects.toMatchObject({ status: 404 })
  expect(server.requests[0]?.path).toBe("/v1/sessions/..%2Foperator%3Fx%3D")
})

test("asks how a submission stands; only a submission carries a key", async () => {
  const { api, server } = client()
  const asked = { reference: "spec 2222 2222", email: "ada@example.com" }
  await expect(api.submissions.lookup(asked)).rejects.toMatchObject({ status: 404, code: "submission.not_found" })
  const contact = { name: "Ada", email: "ada@example.com", consent: true as const }
  const { submission } = await api.sessions.submit(server.sessionId, contact, { key: "once" })
  expect(await api.submissions.lookup(asked)).toEqual({ submission })
  expect(server.requests.map(({ headers }) => headers.get("idempotency-key"))).toEqual([null, "once", null])
})
