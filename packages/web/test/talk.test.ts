import { createApi } from "@spec-wizard/client"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { newTalk, takeUnsent } from "../src/talk.ts"

const session = {
  id: "ses_01ARZ3NDEKTSV4RRFFQ69G5FAV",
  title: "",
  locale: "en",
  status: "open",
  logId: "log_01ARZ3NDEKTSV4RRFFQ69G5FAV",
  headSeq: 0,
  createdAt: "2026-11-21T10:00:00.000Z",
  updatedAt: "2026-11-21T10:00:00.000Z",
  expiresAt: "2026-12-21T10:00:00.000Z",
}
const created = () => Response.json({ session, token: "t".repeat(43) }, { status: 201 })
const refused = (status: number, code: string, headers = {}) =>
  Response.json(
    { type: "about:blank", title: code, status, code, detail: "No.", requestId: "request-1" },
    { status, headers },
  )

/** The server as far as creating sessions goes; whatever is asked afterwards stays unanswered. */
function serverSaying(...answers: Response[]) {
  const asked: string[] = []
  const api = createApi({
    baseUrl: "http://localhost",
    credentials: "cookie",
    fetch: async (url) => {
      asked.push(String(url))
      return answers.shift() ?? new Promise<Response>(() => undefined)
    },
  })
  return { api, asked }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test("a visit alone creates no session", async () => {
  const { api, asked } = serverSaying(created())
  newTalk(api, "en", () => undefined)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toEqual([])
})

test("the first message creates one session, and everything sent meanwhile waits in it, in order", async () => {
  const { api, asked } = serverSaying(created())
  const ids: string[] = []
  const talk = newTalk(api, "en", (id) => ids.push(id))
  void talk.send("one")
  void talk.send("two")
  expect(talk.state.pending.map(({ text }) => text)).toEqual(["one", "two"])
  await vi.advanceTimersByTimeAsync(0)
  expect(ids).toEqual([session.id])
  expect(talk.sessionId).toBe(session.id)
  expect(talk.state.pending.map(({ text }) => text)).toEqual(["one", "two"])
  expect(asked.filter((url) => url.endsWith("/v1/sessions"))).toHaveLength(1)
})

test("a limit is waited for, and nothing is lost by it", async () => {
  const { api } = serverSaying(refused(429, "rate.limited", { "retry-after": "7" }), created())
  const talk = newTalk(api, "en", () => undefined)
  void talk.send("one")
  await vi.advanceTimersByTimeAsync(6_900)
  expect(talk.state.problem).toMatchObject({ code: "rate.limited", retryAfter: 7 })
  expect(talk.sessionId).toBeUndefined()
  await vi.advanceTimersByTimeAsync(200)
  expect(talk.sessionId).toBe(session.id)
})

test("another failure shows its reference and is tried again when asked to", async () => {
  const { api } = serverSaying(refused(500, "internal"), created())
  const talk = newTalk(api, "en", () => undefined)
  void talk.send("one")
  await vi.advanceTimersByTimeAsync(60_000)
  expect(talk.state.problem).toMatchObject({ code: "internal", requestId: "request-1" })
  void talk.retry()
  await vi.advanceTimersByTimeAsync(0)
  expect(talk.sessionId).toBe(session.id)
})

test("what was sent before there was a session comes back after a reload, once", async () => {
  const { api } = serverSaying(refused(500, "internal"))
  const talk = newTalk(api, "en", () => undefined)
  void talk.send("one")
  void talk.send("two")
  await vi.advanceTimersByTimeAsync(0)
  expect(takeUnsent()).toBe("one\n\ntwo")
  expect(takeUnsent()).toBeUndefined()
})
