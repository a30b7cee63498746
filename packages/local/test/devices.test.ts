import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { Jar } from "./jar.ts"
import { code, enter, joined, saved, sees, socketOf, ticketOf } from "./keeper.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100" } })
})
afterAll(() => house.stop())

type Device = { id: string; current: boolean; name: string; createdAt: string; lastSeenAt: string }
async function devices(jar: Jar, sessionId: string): Promise<Device[]> {
  const { body } = await jar.call("GET", `/v1/sessions/${sessionId}/devices`)
  return (body as { devices: Device[] }).devices // the route's answer
}
const revoke = (jar: Jar, sessionId: string, deviceId = "") =>
  jar.call("DELETE", `/v1/sessions/${sessionId}/devices/${deviceId}`)

test("a session tells its devices, by the names browsers give themselves", async () => {
  const { jar, email, sessionId } = await saved(house)
  const phone = await joined(house, email)
  const both = await devices(jar, sessionId)
  expect(both.map(({ name, current }) => ({ name, current }))).toEqual([
    { name: "Firefox on Linux", current: true },
    { name: "Firefox on Linux", current: false },
  ])
  expect((await devices(phone, sessionId)).map(({ current }) => current)).toEqual([false, true])
  house.clock.advance(2 * 3_600_000)
  await sees(phone, sessionId)
  const [first, second] = await devices(jar, sessionId)
  expect(Date.parse(second?.lastSeenAt ?? "") - Date.parse(second?.createdAt ?? "")).toBeGreaterThan(3_600_000)
  expect(first?.id).toMatch(/^dev_/)
})

test("a device that is signed out hears it at once: its sockets close, its tickets and its link back are worth nothing", async () => {
  const { jar, email, sessionId } = await saved(house)
  const phone = await joined(house, email)
  const sockets = [await socketOf(house, phone, sessionId), await socketOf(house, phone, sessionId)]
  const own = await socketOf(house, jar, sessionId)
  const ticket = await ticketOf(phone, sessionId)
  const other = (await devices(jar, sessionId)).find(({ current }) => !current)
  expect(await revoke(jar, sessionId, other?.id)).toMatchObject({ status: 204, text: "" })
  for (const socket of sockets) {
    await socket.next(({ type, reason }) => type === "bye" && reason === "signed_out")
    await socket.closed
  }
  expect(await sees(phone, sessionId)).toBe(false)
  expect(await enter(house, ticket)).toBe(401)
  expect((await phone.call("GET", "/v1/sessions")).body).toEqual({ sessions: [] })
  expect(await devices(jar, sessionId)).toHaveLength(1)
  own.send({ action: "ping" })
  await own.next(({ type }) => type === "pong")
  expect(code(await revoke(jar, sessionId, other?.id))).toBe("device.not_found")
  own.close()
})

test("a device can sign itself out, and its other sessions stay", async () => {
  const jar = new Jar(house.url)
  const [kept, left] = [await jar.begin(), await jar.begin()]
  const [self] = await devices(jar, left)
  expect((await revoke(jar, left, self?.id)).status).toBe(204)
  expect([await sees(jar, kept), await sees(jar, left)]).toEqual([true, false])
})

test("nobody is signed out of a session by somebody who may not see it", async () => {
  const { jar, sessionId } = await saved(house)
  const stranger = new Jar(house.url)
  const own = await stranger.begin()
  const [victim] = await devices(jar, sessionId)
  expect(code(await revoke(stranger, sessionId, victim?.id))).toBe("session.not_found")
  expect(code(await revoke(stranger, own, victim?.id))).toBe("device.not_found")
  expect(code(await revoke(stranger, own, "dev_nonsense"))).toBe("device.not_found")
  expect(await sees(jar, sessionId)).toBe(true)
})

test("a device that was not used for ninety days is nobody's; each use gives it as many again", async () => {
  const DAY = 86_400_000
  const [used, unused] = [new Jar(house.url), new Jar(house.url)]
  await Promise.all([used.begin(), unused.begin()])
  const list = (jar: Jar) => jar.call("GET", "/v1/sessions")
  house.clock.advance(60 * DAY)
  expect((await list(used)).status).toBe(200)
  house.clock.advance(30 * DAY + 1_000)
  expect([(await list(used)).status, code(await list(unused))]).toEqual([200, "token.refused"])
  house.clock.advance(90 * DAY + 1_000)
  expect(code(await list(used))).toBe("token.refused")
})
