import { createApi, openChat } from "@spec-wizard/client"
import { parseExport } from "@spec-wizard/core/document/format"
import { afterAll, beforeAll, expect, test } from "vitest"
import { WebSocket } from "ws"
import { type House, startHouse } from "../src/house.ts"
import { newSession } from "./raw.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "10" } })
})
afterAll(() => house.stop())

const BRIEF =
  "We run a bakery and want orders online. Customers choose a day and a pick-up time. We must not take more than 12 cakes a day. No delivery."

/** A session in which one message has been answered. */
async function spoken() {
  const visitor = await newSession(house.url)
  const chat = openChat({ api: visitor.api, sessionId: visitor.session.id, WebSocket })
  const ended = new Promise((resolve) => chat.on("turn.completed", resolve))
  await chat.send(BRIEF)
  await ended
  const { id } = visitor.session
  const path = `${house.url}/v1/sessions/${id}/specification`
  const authorization = `Bearer ${visitor.token}`
  const get = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${path}${query}`, { headers: { authorization, ...headers } })
  const post = (body: unknown) =>
    fetch(`${path}/operations`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify(body),
    })
  return { ...visitor, id, chat, get, post }
}

const problem = async (response: Response) => {
  const { code } = (await response.json()) as { code: string } // a problem has one
  return `${response.status} ${code}`
}

test("what was said is in the state of the session, in the client's, and in every format", async () => {
  const { api, id, chat, get } = await spoken()
  const { specification } = await api.sessions.get(id)
  const { readiness, ...document } = specification
  expect(document.items.length).toBeGreaterThan(3)
  expect(chat.state.document).toEqual(document)
  expect(chat.state.patches.at(-1)?.readiness).toEqual(readiness)
  for (const { sources } of document.items)
    for (const { quote, start, end } of sources) expect(BRIEF.slice(start, end)).toBe(quote)

  const exported = await (await get("")).text()
  expect(parseExport(exported)).toEqual(document)
  expect(JSON.parse(exported)).toMatchObject({ models: ["guided"], promptVersion: "guided-2" })
  const types = { gherkin: "text/plain", "spec-kit": "text/markdown", kiro: "text/markdown", openspec: "text/markdown" }
  for (const [format, type] of Object.entries(types)) {
    const response = await get(`?format=${format}`)
    expect(response.status).toBe(200)
    expect(response.headers.get("content-type")).toBe(`${type}; charset=utf-8`)
    expect(await response.text()).toContain("pick-up time")
  }
  const change = await (await get("?format=openspec&since=0")).text()
  expect(change).toContain("## ADDED Requirements")
  expect(await problem(await get("?format=kiro&since=0"))).toBe("400 query.invalid")
  expect(await problem(await get("?format=openspec&since=99"))).toMatch(/^404 /)
  const markdown = await get("?form=short", { accept: "text/markdown" })
  expect(await markdown.text()).toMatch(/^# /)
  chat.close()
})

test("an edit comes to every device, and can be seen and taken back", async () => {
  const { api, id, token, chat, get } = await spoken()
  const other = openChat({ api: createApi({ baseUrl: house.url, token }), sessionId: id, WebSocket })
  const [line] = chat.state.document?.items ?? []
  if (!line) throw new Error("there is a line")
  const version = chat.state.document?.version ?? 0
  const arrived = (at: typeof chat, version: number) =>
    new Promise<void>((resolve) => {
      const check = () => at.state.document?.version === version && resolve()
      at.subscribe(check)
      check()
    })
  await arrived(other, version)
  await other.edit([{ op: "retire", id: line.id, reason: "not needed" }])
  await arrived(chat, version + 1)
  expect(chat.state.document?.items.find((item) => item.id === line.id)).toMatchObject({ state: "retired" })
  const diff = await (await get(`/diff?from=${version}&to=${version + 1}`)).json()
  expect(diff).toMatchObject({ added: [], changed: [], removed: [{ id: line.id }] })
  const { versions } = await api.sessions.versions(id)
  expect(versions.at(-1)).toMatchObject({ by: "visitor", version: version + 1, removed: [line.id] })

  await chat.edit([{ op: "undo" }])
  await arrived(other, version + 2)
  expect(other.state.document?.items).toEqual(parseExport(await (await get(`?version=${version}`)).text()).items)
  for (const each of [chat, other]) each.close()
})

test("what cannot be done is refused with its reason, and what cannot be read never fails", async () => {
  const { chat, get, post } = await spoken()
  const baseVersion = chat.state.document?.version ?? 0
  const id = chat.state.document?.items[0]?.id
  const one = (operation: unknown, base: unknown = baseVersion) => post({ baseVersion: base, operations: [operation] })
  expect(await problem(await one({ op: "confirm", id }, baseVersion - 1))).toBe("409 specification.conflict")
  expect(await problem(await one({ op: "confirm", id: "FR-999" }))).toBe("400 specification.line_unknown")
  expect(await problem(await one({ op: "set", id, fields: { state: "accepted" } }))).toBe(
    "400 specification.edit_invalid",
  )
  const unusable = [
    {},
    { text: "" },
    { text: " \u202e\u0000" },
    { text: 7 },
    { text: "x".repeat(2_001) },
    { priority: "max" },
  ]
  for (const fields of unusable)
    expect(await problem(await one({ op: "set", id, fields }))).toBe("400 specification.edit_invalid")
  expect(await problem(await one({ op: "undo", version: 99 }))).toBe("409 specification.nothing_to_undo")
  for (const body of [{}, { baseVersion, operations: [] }, { baseVersion: -1, operations: [{ op: "undo" }] }])
    expect(await problem(await post(body))).toBe("400 body.invalid")
  for (const wrong of [{ op: "add", item: {} }, { op: "confirm", id: "x" }, { op: "undo", id }, null, "undo"])
    expect(await problem(await one(wrong))).toBe("400 body.invalid")
  expect(await problem(await get("?version=99"))).toBe("404 specification.version_unknown")
  expect(await problem(await get("?format=docx"))).toBe("400 query.invalid")
  expect(await problem(await get("/diff?from=1"))).toBe("400 query.invalid")
  expect(chat.state.document?.version).toBe(baseVersion)
  chat.close()
})

test("somebody else's document is unknown, by every way to it", async () => {
  const { id, chat } = await spoken()
  const stranger = await newSession(house.url)
  const headers = { authorization: `Bearer ${stranger.token}`, "content-type": "application/json" }
  const path = `${house.url}/v1/sessions/${id}/specification`
  for (const way of ["", "?format=markdown", "/versions", "/diff?from=0&to=1"])
    expect(await problem(await fetch(`${path}${way}`, { headers }))).toBe("404 session.not_found")
  const body = JSON.stringify({ baseVersion: 1, operations: [{ op: "undo" }] })
  expect(await problem(await fetch(`${path}/operations`, { method: "POST", headers, body }))).toBe(
    "404 session.not_found",
  )
  chat.close()
})
