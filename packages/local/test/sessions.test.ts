import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { Jar } from "./jar.ts"
import { joined, saved, socketOf } from "./keeper.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100" } })
})
afterAll(() => house.stop())

type List = { sessions: { id: string; title: string; email?: string }[]; next?: string }
const list = async (jar: Jar, query = "") => (await jar.call("GET", `/v1/sessions${query}`)).body as List // the route's answer

test("a device lists its own sessions, newest first, a page at a time", async () => {
  const jar = new Jar(house.url)
  const ids: string[] = []
  for (let count = 0; count < 5; count++) {
    ids.unshift(await jar.begin())
    house.clock.advance(1) // ids of one millisecond have no order
  }
  expect((await list(jar)).sessions.map(({ id }) => id)).toEqual(ids)
  const paged: string[] = []
  let next: string | undefined
  do {
    const page = await list(jar, `?limit=2${next ? `&after=${next}` : ""}`)
    paged.push(...page.sessions.map(({ id }) => id))
    next = page.next
  } while (next)
  expect(paged).toEqual(ids)
})

test("what one device saves to an address, every other device of that address lists and opens", async () => {
  const { jar, email, sessionId } = await saved(house)
  const phone = await joined(house, email)
  const { sessionId: later } = await saved(house, email, jar)
  expect((await list(phone)).sessions.map(({ id }) => id).sort()).toEqual([sessionId, later].sort())
  expect((await phone.call("GET", `/v1/sessions/${later}`)).status).toBe(200)
})

test("a new title reaches every device, is kept without what deceives the eye, and is told once", async () => {
  const { jar, email, sessionId } = await saved(house)
  const phone = await joined(house, email)
  const socket = await socketOf(house, phone, sessionId)
  const rename = (title: string) => jar.call("PATCH", `/v1/sessions/${sessionId}`, { title })
  expect(await rename(" Bakery\u202e orders ")).toMatchObject({
    status: 200,
    body: { session: { title: "Bakery orders" } },
  })
  const told = await socket.next(({ type }) => type === "event")
  expect(told).toMatchObject({ event: { type: "session.changed", session: { title: "Bakery orders", email } } })
  const { headSeq } = ((await rename("Bakery orders")).body as { session: { headSeq: number } }).session // the route's answer
  expect((await list(phone)).sessions).toMatchObject([{ title: "Bakery orders", email }])
  const { body } = await jar.call("GET", `/v1/sessions/${sessionId}/events`)
  expect(body).toMatchObject({ headSeq })
  expect((await rename("x".repeat(121))).status).toBe(400)
  socket.close()
})

test("the archive holds the whole session: every event, the document and the devices", async () => {
  const { jar, email, sessionId } = await saved(house)
  const socket = await socketOf(house, jar, sessionId)
  socket.send({
    action: "sendMessage",
    id: "archive-1",
    text: "A bakery with two shops, at most 150 orders on Saturdays.",
  })
  await socket.next(({ type, event }) => type === "event" && (event as { type: string }).type === "turn.completed")
  const { status, body, headers } = await jar.call("GET", `/v1/sessions/${sessionId}/archive`)
  expect(status).toBe(200)
  expect(headers["content-disposition"]).toBe(`attachment; filename="${sessionId}.json"`)
  const archive = body as { session: { headSeq: number }; events: { seq: number; type: string }[] } // the route's answer
  expect(archive).toMatchObject({
    session: { id: sessionId, email },
    devices: [{ current: true }],
    specification: { version: 1 },
  })
  expect(archive.events.map(({ seq }) => seq)).toEqual(
    Array.from({ length: archive.session.headSeq }, (_, at) => at + 1),
  )
  expect(JSON.stringify(archive)).toContain("at most 150 orders")
  socket.close()
})
