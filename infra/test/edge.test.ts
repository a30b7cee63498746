import { readFileSync } from "node:fs"
import path from "node:path"
import { runInNewContext } from "node:vm"
import * as Session from "@spec-wizard/core/protocol/session"
import { expect, test } from "vitest"
import { pageCode } from "../edge/page-code.ts"

type Request = { uri: string; headers: Record<string, { value: string }> }
type Answer = { statusCode: number; headers: Record<string, { value: string }>; body: { data: string } }

const source = (name: string) => readFileSync(path.join(import.meta.dirname, "../edge", name), "utf8")
const handlerOf = (code: string): ((event: object) => Request | Answer) => runInNewContext(`${code}; handler`)

const files = ["/404.html", "/assets/index-B1.css", "/boot.js", "/icon.svg", "/index.html"]
const missing = `<p class="gone">"nothing" $& here</p>`
const page = handlerOf(pageCode(source("page.js"), { files, missing, socket: "wss://socket.example" }))
const ask = (uri: string) => page({ request: { uri, headers: {} } })

const SESSION = "ses_01K9ZB6Q4W3H2G1F0E9D8C7B6A"

test("the page's own addresses are the document, its files are themselves", () => {
  for (const uri of ["/", "/link", "/status", "/operator", `/s/${SESSION}`])
    expect(ask(uri)).toMatchObject({ uri: "/index.html" })
  for (const uri of ["/boot.js", "/icon.svg", "/assets/index-B1.css"]) expect(ask(uri)).toMatchObject({ uri })
})

test("what an older page was built with is still asked for", () => {
  expect(ask("/assets/index-A0.js")).toMatchObject({ uri: "/assets/index-A0.js" })
})

test("a wrong address is a 404 with the page for it, word for word, and with every security header", () => {
  for (const uri of [
    "/s/x",
    `/s/${SESSION}/`,
    `/S/${SESSION}`,
    "/index.html",
    "/404.html",
    "/.git/config",
    "/v2",
    "//",
    "/s/",
    "/link/x",
    "/link%23token=<script>",
    "/Link",
  ]) {
    const answer = ask(uri) as Answer // what it is, is said below
    expect(answer).toMatchObject({ statusCode: 404, body: { data: missing } })
    expect(answer.headers["content-security-policy"]?.value).toContain("connect-src 'self' wss://socket.example;")
    expect(Object.keys(answer.headers)).toEqual(
      expect.arrayContaining([
        "strict-transport-security",
        "x-content-type-options",
        "referrer-policy",
        "cache-control",
      ]),
    )
  }
})

test.each([
  ["/link/", "/link"],
  ["/link%23token=Ab-_9", "/link#token=Ab-_9"],
  ["/link/%23token=Ab-_9", "/link#token=Ab-_9"],
])("a mail's address that was bent on its way leads where it should: %s", (uri, location) => {
  const answer = ask(uri) as Answer // what it is, is said below
  expect(answer).toMatchObject({ statusCode: 302, headers: { location: { value: location } } })
  expect(answer.headers).toHaveProperty("referrer-policy")
})

test("the edge and core mean the same by a session's id", () => {
  const ids = [
    SESSION,
    SESSION.toLowerCase(),
    `${SESSION}0`,
    SESSION.slice(0, -1),
    SESSION.replace("Z", "U"),
    "ses_",
    "msg_01K9ZB6Q4W3H2G1F0E9D8C7B6A",
  ]
  for (const id of ids) expect("uri" in ask(`/s/${id}`), id).toBe(Session.ID.safeParse(id).success)
})

test("a page too large for the edge stops the deployment", () => {
  expect(() => pageCode(source("page.js"), { files, missing: "x".repeat(10_000), socket: "wss://x" })).toThrow(
    "larger than",
  )
})

test("the API is told who is asking, whatever the visitor said about it", () => {
  const api = handlerOf(source("api.js"))
  const request = { uri: "/v1/config", headers: { "x-viewer-ip": { value: "192.0.2.66" }, accept: { value: "*/*" } } }
  expect(api({ request, viewer: { ip: "198.51.100.7" } })).toEqual({
    uri: "/v1/config",
    headers: { "x-viewer-ip": { value: "198.51.100.7" }, accept: { value: "*/*" } },
  })
})
