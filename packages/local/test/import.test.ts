import { readFileSync } from "node:fs"
import type { Item } from "@spec-wizard/core/protocol/document"
import { FORMATS } from "@spec-wizard/core/protocol/format"
import { afterAll, beforeAll, expect, test } from "vitest"
import { hashOf } from "../../core/src/specification/hash.ts"
import { type House, startHouse } from "../src/house.ts"
import { changed, exportedOne, imported, opened, source, withLine } from "./importing.ts"
import { Jar } from "./jar.ts"

const LIMIT = 100

let house: House
let file: string
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: String(LIMIT / 20) } })
  file = await exportedOne(house.url)
})
afterAll(() => house.stop())

const begin = async (text = file) => opened(await imported(house.url, text))

test("what was exported begins another session, and is exported from there as it was: every line, count and title, and the same hash", async () => {
  const before = JSON.parse(file) as { title: string; version: number; items: Item[]; used: Record<string, number> } // an export
  const unused = Object.entries(before.used).filter(
    ([kind, used]) => !before.items.some((item) => item.kind === kind && item.id.endsWith(`-${used}`)),
  )
  expect(unused).not.toEqual([]) // a number that no line has any more
  const visitor = await imported(house.url, file)
  expect(visitor.session).toMatchObject({ title: before.title, locale: "en", status: "open", headSeq: 1 })
  expect(visitor.token).not.toBe("")
  const { api, id, exported } = opened(visitor)
  expect(JSON.parse(await exported())).toEqual(before) // its hash, too: fields have no order
  const { session, specification } = await api.sessions.get(id)
  expect(specification).toMatchObject({ version: before.version, items: before.items })
  expect((await api.sessions.list()).sessions).toEqual([session])
  const again = await begin(await exported())
  expect(JSON.parse(await again.exported())).toEqual(before)
})

test("a file that begins with a byte order mark, as Windows saves it, is the same file", async () => {
  expect(JSON.parse(await (await begin(`\uFEFF${file}`)).exported())).toEqual(JSON.parse(file))
})

test("a device that shows its credential is granted the session, and gets no other one", async () => {
  const jar = new Jar(house.url)
  await jar.begin()
  const cookie = jar.cookies.get("spec_wizard")
  const { status, body } = await jar.call("POST", "/v1/sessions/import", JSON.parse(file))
  expect(status).toBe(201)
  expect(body).toEqual({ session: expect.objectContaining({ status: "open" }) })
  expect(jar.cookies.get("spec_wizard")).toBe(cookie)
  expect((await jar.call("GET", "/v1/sessions")).body).toMatchObject({ sessions: [{}, {}] })
  const elsewhere = await jar.call("POST", "/v1/sessions/import", {}, { origin: "https://evil.example" })
  expect(elsewhere).toMatchObject({ status: 403, body: { code: "origin.refused" } })
})

test("a file from before criteria had a text is read line for line, and known as unchanged", async () => {
  const before = JSON.parse(readFileSync(new URL("../../core/test/golden/before/bakery.txt", import.meta.url), "utf8"))
  const { document, api, id } = await begin(JSON.stringify({ ...before, hash: hashOf(before) }))
  const { items, version, used } = await document()
  expect(items).toMatchObject(before.items)
  expect({ version, used }).toEqual({ version: before.version, used: before.used })
  expect((await api.sessions.get(id)).session.title).toMatch(/^A web page on which customers order celebration cakes/)
})

test("quotes of messages that are not here are shown as they are, in every format, and go by no number", async () => {
  const quoted = withLine(file, {
    text: "Other words.",
    evidence: "inferred",
    sources: [source("The very words of before")],
  })
  const { api, id, exported } = await begin(quoted)
  for (const format of FORMATS) expect(await api.sessions.specification(id, { format })).toMatch(/\S/)
  const markdown = await api.sessions.specification(id, { format: "markdown" })
  expect(markdown).toContain("The very words of before")
  expect(markdown).not.toMatch(/message \d/)
  expect(markdown).toMatch(/\| an imported file \|/)
  expect(JSON.parse(await exported())).toMatchObject({ items: JSON.parse(quoted).items })
  expect((await api.sessions.archive(id)).length).toBeGreaterThan(1_000)
})

test("undo goes back to the file and no further, and puts back what came from it", async () => {
  const { id, api, document, edit } = await begin()
  const before = await document()
  const refused = { code: "specification.nothing_to_undo", status: 409 }
  await expect(edit({ op: "undo" })).rejects.toMatchObject(refused)
  await expect(edit({ op: "undo", version: before.version })).rejects.toMatchObject(refused)
  const waiting = before.items.find(({ kind, state }) => kind === "unsorted" && state === "accepted")
  if (!waiting) throw new Error("a line waits to be sorted")
  await edit({ op: "sort", id: waiting.id, kind: "risk" })
  expect((await document()).items.find(({ kind }) => kind === "risk")).toMatchObject({ sources: waiting.sources })
  await edit({ op: "undo" })
  expect((await document()).items).toEqual(before.items)
  await expect(edit({ op: "undo" })).rejects.toMatchObject(refused)
  const { versions } = await api.sessions.versions(id)
  expect(versions.map(({ version, by }) => [version - before.version, by])).toEqual([
    [0, "import"],
    [1, "visitor"],
    [2, "visitor"],
  ])
  expect((await document(before.version)).items).toEqual(before.items)
  expect((await document(0)).items).toEqual([])
  for (const version of [1, before.version - 1])
    await expect(document(version)).rejects.toMatchObject({ code: "specification.version_unknown", status: 404 })
})

test("the version goes on from the file's, also past a snapshot of the document", async () => {
  const { edit, document, exported } = await begin(changed(file, { version: 19 }))
  const [line] = (await document()).items.filter(({ locked, state }) => locked === "none" && state === "accepted")
  if (!line) throw new Error("there is a line")
  expect(await edit({ op: "lock", id: line.id })).toMatchObject({ version: 20 })
  expect(await edit({ op: "unlock", id: line.id })).toMatchObject({ version: 21 })
  const locks = [19, 20, 21].map(async (version) => (await document(version)).items.find(({ id }) => id === line.id))
  expect((await Promise.all(locks)).map((one) => one?.locked)).toEqual(["none", "visitor", "none"])
  const again = await begin(await exported())
  expect(JSON.parse(await again.exported())).toEqual(JSON.parse(await exported()))
})

test("what is said afterwards leaves every line, gets numbers of its own, and reaches the client", async () => {
  const { chat, document, say } = await begin()
  const before = await document()
  const text = "Cakes can be paid in the shop. The till must print a receipt."
  await say(text)
  const after = await document()
  expect(after.version).toBeGreaterThan(before.version)
  const { items } = after
  for (const item of before.items) expect(items).toContainEqual(item)
  const fresh = items.filter(({ id }) => !before.items.some((item) => item.id === id))
  expect(fresh.length).toBeGreaterThan(0)
  for (const { kind, id } of fresh) expect(Number(id.split("-")[1])).toBeGreaterThan(before.used[kind] ?? 0)
  for (const { quote, start, end } of fresh.flatMap(({ sources }) => sources))
    expect(text.slice(start, end)).toBe(quote)
  expect(chat.state.document).toEqual(after)
  chat.close()
})

test("two sessions of one file share nothing", async () => {
  const [one, other] = await Promise.all([begin(), begin()])
  expect(one.id).not.toBe(other.id)
  const [line] = (await one.document()).items.filter(({ locked, state }) => locked === "none" && state === "accepted")
  if (!line) throw new Error("there is a line")
  await one.edit({ op: "retire", id: line.id })
  expect(JSON.parse(await other.exported())).toEqual(JSON.parse(file))
  await expect(one.api.sessions.get(other.id)).rejects.toMatchObject({ code: "session.not_found" })
  await one.api.sessions.erase(one.id)
  expect(JSON.parse(await other.exported())).toEqual(JSON.parse(file))
})

test("a document too large for one item is kept in several, and read as one", async () => {
  const text = "Every order of the 漢字 counter has its own number and its own receipt. ".repeat(20)
  const items = Array.from({ length: 400 }, (_, at) => ({
    ...{
      kind: "rule",
      id: `RULE-${at + 1}`,
      text: `${at} ${text}`.slice(0, 1_500),
      state: "accepted",
      evidence: "stated",
    },
    ...{ sources: [], dependsOn: [], locked: "none", addedIn: 1, changedIn: 2 },
  }))
  const large = changed(file, { version: 40, items, used: { rule: 1_600 } })
  const { chat, document, say, id, api } = await begin(large)
  expect(await document()).toMatchObject({ version: 40, used: { rule: 1_600 } })
  expect((await document()).items).toEqual(items)
  expect((await api.sessions.versions(id)).versions.length).toBeGreaterThan(1)
  await say("Cakes can be paid in the shop.")
  expect((await document()).items).toEqual(expect.arrayContaining(items))
  expect(chat.state.document).toEqual(await document())
  chat.close()
})

test("counts among the sessions that one address may begin", async () => {
  const from = { from: "127.0.0.9" }
  const answers = await Promise.all(
    Array.from({ length: LIMIT + 1 }, () => new Jar(house.url, from).call("POST", "/v1/sessions", {})),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(LIMIT)
  const late = await new Jar(house.url, from).call("POST", "/v1/sessions/import", JSON.parse(file))
  expect(late).toMatchObject({ status: 429, body: { code: "rate.limited" } })
})
