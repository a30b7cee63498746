import http from "node:http"
import { afterEach, describe, expect, test } from "vitest"
import type { Handler } from "../src/lambda-handler.ts"
import { type Origin, openOrigin } from "./origin.ts"

let origin: Origin
afterEach(async () => await origin.close())

type HttpEvent = { headers: Record<string, string>; body: string; isBase64Encoded: boolean }
const eventOf = async (response: Response) => (await response.json()) as HttpEvent // as `mirror` below wrote it

/** Answers each request with the event it became. */
const mirror: Handler = (event) => ({
  statusCode: 200,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(event),
})

describe("a request", () => {
  test("becomes an event of payload format 2.0", async () => {
    origin = await openOrigin({ Api: mirror })
    const response = await fetch(`${origin.url}/v1/sessions/a%20b?after=1&after=2&x=%C3%A9`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Cookie: "a=1; b=2",
        "X-Forwarded-For": "6.6.6.6",
        "User-Agent": "t",
      },
      body: '{"title":"ü"}',
    })
    const event = await eventOf(response)
    expect(event).toMatchObject({
      version: "2.0",
      routeKey: "$default",
      rawPath: "/v1/sessions/a%20b",
      rawQueryString: "after=1&after=2&x=%C3%A9",
      cookies: ["a=1", "b=2"],
      queryStringParameters: { after: "1,2", x: "é" },
      headers: { "content-type": "application/json", "x-forwarded-for": "127.0.0.1" },
      requestContext: {
        http: {
          method: "POST",
          path: "/v1/sessions/a%20b",
          protocol: "HTTP/1.1",
          sourceIp: "127.0.0.1",
          userAgent: "t",
        },
        requestId: expect.any(String),
        stage: "$default",
        timeEpoch: expect.any(Number),
      },
      body: '{"title":"ü"}',
      isBase64Encoded: false,
    })
    expect(event.headers).not.toHaveProperty("cookie")
  })

  test("without body or query has neither in its event", async () => {
    origin = await openOrigin({ Api: mirror })
    const event = await eventOf(await fetch(`${origin.url}/v1/health`))
    expect(event).not.toHaveProperty("body")
    expect(event).not.toHaveProperty("queryStringParameters")
    expect(event).not.toHaveProperty("cookies")
    expect(event.isBase64Encoded).toBe(false)
  })

  test("that is not text arrives as base64, and so does text that is not UTF-8", async () => {
    origin = await openOrigin({ Api: mirror })
    for (const type of ["application/octet-stream", "application/x-www-form-urlencoded", "application/json"]) {
      const bytes = Buffer.from([0x7b, 0xff, 0x7d])
      const response = await fetch(`${origin.url}/v1/x`, {
        method: "POST",
        headers: { "content-type": type },
        body: bytes,
      })
      const event = await eventOf(response)
      expect(event.isBase64Encoded).toBe(true)
      expect(Buffer.from(event.body, "base64")).toEqual(bytes)
    }
  })

  test("of 6 MB passes; more is refused with a problem before the function runs, however it is sent", async () => {
    origin = await openOrigin({ Api: () => ({ statusCode: 204 }) })
    const MAX = 6 * 1024 * 1024
    const send = (body: string | ReadableStream) =>
      fetch(`${origin.url}/v1/x`, { method: "POST", body, duplex: "half" } as RequestInit) // duplex: Node's, for streams
    expect((await send("x".repeat(MAX))).status).toBe(204)
    for (const body of ["x".repeat(MAX + 1), new Blob(["x".repeat(MAX * 2)]).stream()]) {
      const response = await send(body)
      expect(response.status).toBe(413)
      expect(response.headers.get("content-type")).toBe("application/problem+json")
      expect(await response.json()).toMatchObject({
        status: 413,
        code: "body.too_large",
        requestId: expect.any(String),
      })
    }
    expect(origin.lambda.invocations["Api"]).toBe(1)
  })
})

describe("an answer", () => {
  const answered = async (result: unknown, init?: RequestInit) => {
    origin = await openOrigin({ Api: () => result })
    return await fetch(`${origin.url}/v1/x`, init)
  }

  test("carries status, headers, every cookie and decoded bytes", async () => {
    const response = await answered({
      statusCode: 201,
      headers: { "X-Number": 7, "Content-Type": "image/png" },
      cookies: ["a=1; HttpOnly", "b=2"],
      body: Buffer.from([1, 255]).toString("base64"),
      isBase64Encoded: true,
    })
    expect(response.status).toBe(201)
    expect(response.headers.get("x-number")).toBe("7")
    expect(response.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2"])
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 255]))
  })

  test("to HEAD has no body", async () => {
    const response = await answered({ statusCode: 200, body: "four" }, { method: "HEAD" })
    expect(response.headers.get("content-length")).toBe("4")
    expect(await response.text()).toBe("")
  })

  test("without a status is the JSON of a 200", async () => {
    const response = await answered({ hello: 1 })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ hello: 1 })
  })

  test("that is malformed, or has headers nobody can send, is a 500", async () => {
    for (const result of [
      { statusCode: "200" },
      { statusCode: 200, body: {} },
      { statusCode: 200, headers: { "a b": "c" } },
    ]) {
      const response = await answered(result)
      expect(response.status).toBe(500)
      expect(await response.json()).toMatchObject({ code: "internal" })
      await origin.close()
    }
    origin = await openOrigin({})
  })

  test("that never comes is a 500 when the function throws and a 503 when it hangs", async () => {
    const behave: Record<string, Handler> = {
      throw: () => Promise.reject(new Error("secret")),
      hang: () => new Promise(() => {}),
    }
    origin = await openOrigin(
      { Api: (event, context) => behave[(event as { rawPath: string }).rawPath.slice(4)]?.(event, context) },
      { timeoutMs: 50 },
    )
    const thrown = await fetch(`${origin.url}/v1/throw`)
    expect(thrown.status).toBe(500)
    expect(await thrown.text()).not.toContain("secret")
    const hung = await fetch(`${origin.url}/v1/hang`)
    expect(hung.status).toBe(503)
    expect(hung.headers.get("retry-after")).toBe("2")
    expect(await hung.json()).toMatchObject({ code: "unavailable" })
  })
})

test("an offer to speak HTTP/2 is not taken up", async () => {
  origin = await openOrigin({ Api: mirror })
  const status = await new Promise((resolve) =>
    http.get(
      { port: origin.port, host: "127.0.0.1", path: "/v1/x", headers: { connection: "upgrade", upgrade: "h2c" } },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      },
    ),
  )
  expect(status).toBe(200)
})

test("targets that are no path are refused", async () => {
  origin = await openOrigin({ Api: mirror })
  const status = await new Promise((resolve) =>
    http.get({ port: origin.port, host: "127.0.0.1", path: "http://evil.example/v1/x" }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }),
  )
  expect(status).toBe(400)
})
