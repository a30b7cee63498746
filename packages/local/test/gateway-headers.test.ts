import { once } from "node:events"
import { connect } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Handler } from "../src/lambda-handler.ts"
import { type Origin, openOrigin } from "./origin.ts"

const PLAIN = { statusCode: 200, headers: { "content-type": "text/plain" }, body: "" }

/** Answers by path, and sets no header of ours. */
const api: Handler = (event) => {
  const { rawPath } = event as { rawPath: string } // as the gateway makes it
  if (rawPath.endsWith("/fails")) throw new Error("on purpose")
  if (rawPath.endsWith("/hangs")) return new Promise(() => {})
  if (rawPath.endsWith("/malformed")) return { statusCode: 200, headers: { "a b": "c" } }
  return rawPath.endsWith("/limited") ? { ...PLAIN, statusCode: 429 } : PLAIN
}

let origin: Origin
beforeAll(async () => {
  origin = await openOrigin({ Api: api, Connect: () => ({ statusCode: 401 }) }, { timeoutMs: 50 })
})
afterAll(() => origin.close())

/** What every answer has, whoever writes it. */
const HEADERS = {
  "content-security-policy": /^default-src 'none';.*frame-ancestors 'none'/,
  "strict-transport-security": /^max-age=63072000; includeSubDomains$/,
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^no-referrer$/,
  "permissions-policy": /camera=\(\)/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
}

/** One request, letter for letter, and the answer's status and headers. */
async function ask(text: string): Promise<{ status: number; headers: Record<string, string> }> {
  const socket = connect(origin.port, "127.0.0.1")
  const chunks: Buffer[] = []
  socket.on("data", (chunk) => chunks.push(chunk))
  socket.on("error", () => {}) // the gateway hangs up while we still send; what it said has come
  socket.write(text)
  await once(socket, "close")
  const [start = "", ...lines] = Buffer.concat(chunks).toString("latin1").split("\r\n\r\n", 1).join("").split("\r\n")
  const pairs = lines.map((line) => [line.split(":", 1).join("").toLowerCase(), line.replace(/^[^:]*: */, "")])
  return { status: Number(start.split(" ")[1]), headers: Object.fromEntries(pairs) }
}

const http = (line: string, ...lines: string[]) =>
  [`${line} HTTP/1.1`, "Host: localhost", "Connection: close", ...lines, "", ""].join("\r\n")

const upgrade = (path: string, key = "dGhlIHNhbXBsZSBub25jZQ==") =>
  [
    `GET ${path} HTTP/1.1`,
    "Host: localhost",
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${key}`,
    "",
    "",
  ].join("\r\n")

test.each([
  [200, "an answer that the function gave no headers", http("GET /v1/x")],
  [429, "a refusal of the function", http("GET /v1/limited")],
  [413, "a body that is too large", http("POST /v1/sessions", "Content-Length: 7000000")],
  [500, "a function that fails", http("GET /v1/fails")],
  [503, "a function that does not answer in time", http("GET /v1/hangs")],
  [500, "an answer that nobody can send", http("GET /v1/malformed")],
  [400, "an address that is none", http("GET *")],
  [
    403,
    "an address of this machine, for a page of another site",
    http("GET /_local/mail", "Origin: https://evil.example"),
  ],
  [404, "a path that nobody knows", http("GET /_local/nothing")],
  [404, "a page that is not there", http("GET /nowhere")],
  [405, "a method that the page does not take", http("POST /")],
  [405, "a method that the mailbox does not take", http("POST /_local/mail")],
  [200, "the mailbox", http("GET /_local/mail")],
  [503, "a page that is not built", http("GET /")],
  [403, "a call of a service without a signature", http("POST /_gateway/@connections/abcd")],
  [400, "a request without a host", "GET /v1/x HTTP/1.1\r\nConnection: close\r\n\r\n"],
  [417, "an expectation that nobody can meet", http("GET /v1/x", "Expect: miracles")],
  [400, "what is no HTTP", "HELLO\r\n\r\n"],
  [431, "headers that are too large", http("GET /v1/x", `X: ${"x".repeat(40_000)}`)],
  [400, "a handshake that is none", upgrade("/ws", "short")],
  [401, "a handshake without a ticket", upgrade("/ws")],
  [404, "a handshake elsewhere", upgrade("/elsewhere")],
])("%i, %s, has the headers that every answer has", async (status, _, request) => {
  const answer = await ask(request)
  expect(answer.status).toBe(status)
  for (const [name, value] of Object.entries(HEADERS)) expect(answer.headers[name], name).toMatch(value)
})
