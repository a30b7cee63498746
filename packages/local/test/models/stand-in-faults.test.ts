import { APICallError, generateText, jsonSchema, type ToolSet } from "ai"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Fault } from "../../src/stand-in/play.ts"
import { openStandIn, type StandIn } from "../../src/stand-in/stand-in.ts"
import { clients, KEY, names, streamed } from "./stand-in-clients.ts"

let standIn: StandIn
beforeAll(async () => {
  standIn = await openStandIn({ script: () => ({}) })
})
afterAll(() => standIn.close())

const TEXT = "Hello world 👋🏽 and all."
const INPUT = { quote: "Grüße 👋", count: 2 }
const schema = {
  type: "object",
  properties: { quote: { type: "string" }, count: { type: "number" } },
  required: ["quote", "count"],
} as const

const tools: ToolSet = {
  note: {
    inputSchema: jsonSchema(schema, {
      validate: (value) =>
        typeof value === "object" && value !== null && "quote" in value
          ? { success: true, value }
          : { success: false, error: new Error("It does not fit.") },
    }),
  },
}

const play = (fault: Fault) =>
  standIn.play(() => ({
    text: TEXT,
    tools: [{ name: "note", input: INPUT }],
    usage: { input: 10, output: 5 },
    fault,
  }))

/** An error as a caller of the SDK can tell it from others. */
const api = (fields: Record<string, unknown>) => expect.objectContaining({ name: "AI_APICallError", ...fields })
const inStream = (fields: Record<string, unknown>) =>
  expect.objectContaining({ name: "AI_StreamProviderError", message: "Overloaded", ...fields })

describe.each(names)("%s: how its client tells of", (name) => {
  const model = () => clients(standIn)[name]
  const isAnthropic = name === "anthropic"

  test.each([
    [400, false],
    [408, true],
    [429, true],
    [500, true],
    [503, true],
    [529, true],
  ])("status %i: an error in the stream, retryable %s, before any text", async (statusCode, isRetryable) => {
    play({ status: statusCode })
    const seen = await streamed(model(), { tools })
    expect(seen).toMatchObject({ text: "", errors: [api({ statusCode, isRetryable })], finish: undefined })
  })

  // It calls both retryable; only the header tells a spend limit from a busy moment.
  test("429 with retry-after and without: the header is there, or is not", async () => {
    const headersOf = async (fault: Fault) => {
      play(fault)
      const [error] = (await streamed(model())).errors
      return APICallError.isInstance(error) ? error.responseHeaders : {}
    }
    expect(await headersOf({ status: 429, retryAfterS: 7 })).toMatchObject({ "retry-after": "7" })
    expect(await headersOf({ status: 429 })).not.toHaveProperty("retry-after")
  })

  test("401: the key that was presented stands in the error's message and body", async () => {
    play({ status: 401 })
    const [error] = (await streamed(model())).errors
    expect(error).toEqual(
      api({
        statusCode: 401,
        isRetryable: false,
        message: expect.stringContaining(KEY),
        responseBody: expect.stringContaining(KEY),
      }),
    )
  })

  test("a body that is a proxy's page: the status line's words", async () => {
    play({ status: 502, body: "<html>nothing here</html>" })
    const [error] = (await streamed(model())).errors
    expect(error).toEqual(api({ statusCode: 502, message: "Bad Gateway", responseBody: "<html>nothing here</html>" }))
  })

  test("a connection reset before the headers: no status, retryable", async () => {
    play({ reset: true })
    const [error] = (await streamed(model())).errors
    expect(error).toEqual(
      api({ statusCode: undefined, isRetryable: true, message: expect.stringMatching(/ECONNRESET/) }),
    )
  })

  test("a connection closed in the middle: the stream throws, with status 200", async () => {
    play({ truncateAfter: 7 })
    const seen = await streamed(model(), { tools })
    expect(seen).toMatchObject({ text: TEXT.slice(0, 7), errors: [], finish: undefined })
    expect(seen.thrown).toEqual(api({ statusCode: 200, isRetryable: true, cause: expect.any(TypeError) }))
  })

  test("a body that ends before its last events: interrupted, without usage", async () => {
    play({ truncateAfter: 7, isClean: true })
    const seen = await streamed(model(), { tools })
    const finish = name === "compatible" ? "error" : "interrupted"
    expect(seen).toMatchObject({ text: TEXT.slice(0, 7), thrown: undefined, finish, tokens: { input: undefined } })
    expect(seen.errors).toHaveLength(name === "compatible" ? 1 : 0)
  })

  // The words of that event are lost, and but for Responses the end is as good as any.
  test("an event that is not JSON: an error in the stream, which goes on and ends well", async () => {
    play({ malformAfter: 5 })
    const seen = await streamed(model(), { tools })
    expect(seen.text).toBe(TEXT.replace(" ", ""))
    expect(seen).toMatchObject({ errors: [{ name: "AI_JSONParseError" }], thrown: undefined })
    expect(seen.finish).toBe(name === "responses" ? "error" : "tool-calls")
  })

  test("lines that are no event: nothing at all, its words are lost in silence", async () => {
    play({ malformAfter: 5, what: "event" })
    const seen = await streamed(model(), { tools })
    expect(seen.text).toBe(TEXT.replace(" ", ""))
    expect(seen).toMatchObject({ errors: [], thrown: undefined, finish: "tool-calls" })
  })

  test("an error first of all in a 200: as if it had been the status; for other servers, an error in the stream", async () => {
    play({ errorAfter: 0 })
    const seen = await streamed(model(), { tools })
    const statusCode = isAnthropic ? 529 : 503
    const error = name === "compatible" ? inStream({ statusCode }) : api({ statusCode, message: "Overloaded" })
    expect(seen).toMatchObject({ text: "", errors: [error], thrown: undefined })
  })

  test.each([
    [529, isAnthropic ? 529 : 503, true],
    // A spend limit in the middle; for other servers the SDK knows no such words.
    [429, name === "compatible" ? 503 : 429, isAnthropic || name === "compatible"],
  ])("an error of %i after some text: an error in the stream, and an end", async (status, statusCode, isRetryable) => {
    play({ errorAfter: 9, status })
    const seen = await streamed(model(), { tools })
    expect(seen.errors).toEqual([inStream({ statusCode, isRetryable })])
    expect(seen).toMatchObject({ text: TEXT.slice(0, 9), finish: "error", thrown: undefined })
  })

  test("an empty answer: a good end", async () => {
    play({ empty: true })
    expect(await streamed(model(), { tools })).toMatchObject({ text: "", called: [], errors: [], finish: "stop" })
  })

  test("one huge delta: all of it at once", async () => {
    play({ hugeDelta: 300_000 })
    const lengths: number[] = []
    const seen = await streamed(model(), { tools, onText: (text) => lengths.push(text.length) })
    expect(lengths).toEqual([300_000])
    expect(seen.text.startsWith(`${TEXT}${TEXT}`)).toBe(true)
  })

  test.each(["not json", "unfit"] as const)("a tool's input that is %s: a call marked invalid", async (toolInput) => {
    play({ toolInput })
    const seen = await streamed(model(), { tools })
    expect(seen).toMatchObject({
      text: TEXT,
      called: [{ name: "note", isInvalid: true }],
      errors: [],
      finish: "tool-calls",
    })
  })

  test("a quote of what nobody said: a call like any other", async () => {
    play({ toolInput: "unsaid" })
    const [called] = (await streamed(model(), { tools })).called
    expect(called).toMatchObject({ isInvalid: false, input: { count: 2, quote: expect.not.stringMatching(/Grüße/) } })
  })

  test("text in place of a tool: text, and no call", async () => {
    play({ textForTools: true })
    const seen = await streamed(model(), { tools })
    expect(seen).toMatchObject({ called: [], finish: "stop" })
    expect(seen.text).toContain(JSON.stringify({ name: "note", input: INPUT }))
  })

  test("a slow first byte: nothing, until the caller gives up; the hang-up is noticed", async () => {
    play({ slowMs: Number.POSITIVE_INFINITY })
    const leaving = new AbortController()
    const before = standIn.calls.length
    const seen = streamed(model(), { abortSignal: leaving.signal })
    await expect.poll(() => standIn.calls.length).toBe(before + 1)
    leaving.abort()
    expect(await seen).toMatchObject({ text: "", errors: [], finish: undefined })
    const heard = standIn.calls[before]
    await heard?.ended
    expect(heard).toMatchObject({ hungUp: true, bytesSent: 0 })
  })

  test("a stall: the text so far, until the caller gives up; the hang-up is noticed", async () => {
    play({ stallAfter: 7 })
    const leaving = new AbortController()
    const onText = (text: string) => text === TEXT.slice(0, 7) && leaving.abort()
    const seen = await streamed(model(), { abortSignal: leaving.signal, onText, tools })
    expect(seen).toMatchObject({ text: TEXT.slice(0, 7), errors: [], finish: undefined })
    const heard = standIn.calls.at(-1)
    await heard?.ended
    expect(heard?.hungUp).toBe(true)
    expect(heard?.bytesSent).toBeGreaterThan(100)
  })

  test("a stall before the first word: it is still a 200, with nothing to read", async () => {
    play({ stallAfter: 0 })
    const leaving = new AbortController()
    const before = standIn.calls.length
    const seen = streamed(model(), { abortSignal: leaving.signal })
    await expect.poll(() => standIn.calls[before]?.bytesSent ?? 0).toBeGreaterThan(0)
    leaving.abort()
    expect(await seen).toMatchObject({ text: "", errors: [] })
    await standIn.calls[before]?.ended
    expect(standIn.calls[before]?.hungUp).toBe(true)
  })

  test.each<[string, Fault, Record<string, unknown>]>([
    ["closed in the middle", { truncateAfter: 20 }, { statusCode: 200, isRetryable: true }],
    ["ended too early", { truncateAfter: 20, isClean: true }, { statusCode: 200, isRetryable: false }],
    ["that is not JSON", { malformAfter: 20 }, { statusCode: 200, isRetryable: false }],
    ["with an error for an answer", { errorAfter: 20, status: 503 }, { statusCode: 503, isRetryable: true }],
  ])("not streamed, a body %s: it throws", async (_, fault, fields) => {
    play(fault)
    await expect(generateText({ model: model(), prompt: "Hello", maxRetries: 0 })).rejects.toEqual(api(fields))
  })
})

test("who has read all and closes the connection has not hung up", async () => {
  standIn.play(() => ({ text: TEXT }))
  await streamed(clients(standIn).anthropic)
  const heard = standIn.calls.at(-1)
  await heard?.ended
  expect(heard?.hungUp).toBe(false)
})

test("who hangs up gets nothing more", async () => {
  standIn.play(() => ({ text: "word ".repeat(10_000), split: 100, paceMs: 1 }))
  const leaving = new AbortController()
  await streamed(clients(standIn).anthropic, { abortSignal: leaving.signal, onText: () => leaving.abort() })
  const heard = standIn.calls.at(-1)
  await heard?.ended
  expect(heard).toMatchObject({ hungUp: true })
  expect(heard?.bytesSent).toBeLessThan(100_000)
})

test("what we cut off is no hang-up of the client", async () => {
  play({ truncateAfter: 3 })
  await streamed(clients(standIn).chat)
  const heard = standIn.calls.at(-1)
  await heard?.ended
  expect(heard?.hungUp).toBe(false)
})
