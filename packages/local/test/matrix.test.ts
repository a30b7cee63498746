import { contract } from "@spec-wizard/sessions/contract"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { type Answer, Jar } from "./jar.ts"
import { newAddress, saved, socketOf } from "./keeper.ts"

let house: House
let victim: Awaited<ReturnType<typeof saved>>
let deviceId: string
let stranger: Jar
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100" } })
  victim = await saved(house, newAddress())
  const { body } = await victim.jar.call("GET", `/v1/sessions/${victim.sessionId}/devices`)
  deviceId = (body as { devices: { id: string }[] }).devices[0]?.id ?? "" // the route's answer
  ;({ jar: stranger } = await saved(house, newAddress()))
})
afterAll(() => house.stop())

/** Ids that were never given to anybody. */
const NEVER = { session: "ses_01J0000000000000000000000A", device: "dev_01J0000000000000000000000A" }

type Asker = { name: string; jar: () => Jar; headers?: Record<string, string>; status: number; code: string }
const ASKERS: Asker[] = [
  { name: "nobody", jar: () => new Jar(house.url), status: 401, code: "auth.required" },
  { name: "another visitor", jar: () => stranger, status: 404, code: "session.not_found" },
  {
    name: "whoever has a token that is no device's, an operator's say",
    jar: () => new Jar(house.url),
    headers: { authorization: `Bearer ${"o".repeat(43)}` },
    status: 401,
    code: "token.refused",
  },
]

const without = ({ status, body, headers }: Answer) => {
  const { "x-request-id": _, date: __, ...rest } = headers
  return { status, headers: rest, body: { ...(body as object), requestId: "" } } // a problem
}

describe.each(ASKERS)("$name", ({ jar, headers = {}, status, code }) => {
  const routes = Object.entries(contract).filter(([route]) => route.includes("{id}"))
  test.each(routes)("%s", async (route, { example }) => {
    const [method = "", path = ""] = route.split(" ")
    const query = path.endsWith("/diff") ? "?from=0&to=1" : ""
    const at = (session: string, device: string) => path.replace("{id}", session).replace("{deviceId}", device) + query
    const theirs = await jar().call(method, at(victim.sessionId, deviceId), example, headers)
    expect(theirs).toMatchObject({ status, body: { code } })
    // To the last header like one that never was.
    const unknown = await jar().call(method, at(NEVER.session, NEVER.device), example, headers)
    expect(without(theirs)).toEqual(without(unknown))
  })
})

test("after all that the session is as it was, its device signed in", async () => {
  const { body } = await victim.jar.call("GET", `/v1/sessions/${victim.sessionId}`)
  expect(body).toMatchObject({ session: { id: victim.sessionId, headSeq: 1, title: "", email: victim.email } })
  expect((await victim.jar.call("GET", `/v1/sessions/${victim.sessionId}/devices`)).body).toMatchObject({
    devices: [{ id: deviceId, current: true }],
  })
})

test("frames about another session's turns are answered as for turns that never were", async () => {
  const own = await stranger.begin()
  const socket = await socketOf(house, stranger, own)
  const mine = await socketOf(house, victim.jar, victim.sessionId)
  mine.send({ action: "sendMessage", id: `matrix-${process.pid}`, text: "Bread, and cakes." })
  const { turnId } = await mine.next(({ type }) => type === "ack")
  for (const [index, id] of [String(turnId), "trn_01J0000000000000000000000A"].entries()) {
    socket.send({ action: "stop", turnId: id })
    socket.send({ action: "retry", id: `matrix-${process.pid}-${index}`, turnId: id })
    const refused = await socket.next((frame) => frame["id"] === `matrix-${process.pid}-${index}`)
    expect(refused).toMatchObject({ type: "error", code: "turn.not_retryable" })
  }
  await mine.next((frame) => JSON.stringify(frame).includes('"turn.completed"')) // the stop of a stranger did nothing
  expect(JSON.stringify(socket.frames)).not.toContain("Bread")
  socket.close()
  mine.close()
})
