import { afterAll, beforeAll, expect, test } from "vitest"
import { TABLE_NAME } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { Jar } from "./jar.ts"
import { code, enter, joined, mailed, newAddress, saved, sees, ticketOf } from "./keeper.ts"
import { rows } from "./rows.ts"
import { run } from "./run.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100" } })
})
afterAll(() => house.stop())

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** For what is asked for just before the end: less than a ticket lives, so that it is the end that refuses it. */
const MOMENT = 25_000

/** To noon, so many days on; the night's maintenance has run. */
async function noonAfter(days: number): Promise<void> {
  const noon = Math.floor(Date.now() / DAY) * DAY + DAY / 2
  house.clock.advance(noon + days * DAY - Date.now())
  await run("Maintain")
}
const reminders = (email: string) => house.mail().filter(({ to, text }) => to === email && text.includes("/s/ses_"))
const left = async (sessionId: string) =>
  (await rows(TABLE_NAME)).filter(({ pk }) => pk.endsWith(sessionId) && pk.startsWith("session#")).map(({ sk }) => sk)

test("a session that nobody saved is gone after thirty days, by every way to it, to the second", async () => {
  const jar = new Jar(house.url)
  const sessionId = await jar.begin()
  const email = newAddress()
  house.clock.advance(30 * DAY - HOUR)
  expect(await sees(jar, sessionId)).toBe(true)
  const ticket = await ticketOf(jar, sessionId)
  const { token } = await mailed(house, jar, email, sessionId)
  house.clock.advance(HOUR - MOMENT)
  const late = await mailed(house, jar, email, sessionId)
  const soon = await ticketOf(jar, sessionId)
  house.clock.advance(MOMENT)
  expect(await sees(jar, sessionId)).toBe(false)
  expect((await jar.call("GET", "/v1/sessions")).body).toEqual({ sessions: [] })
  expect([await enter(house, ticket), await enter(house, soon)]).toEqual([401, 401])
  for (const link of [token, late.token]) expect(code(await jar.redeem({ token: link }))).toBe("link.invalid")
  expect(code(await jar.call("DELETE", `/v1/sessions/${sessionId}`))).toBe("session.not_found")
  await noonAfter(1)
  await expect.poll(() => left(sessionId)).toEqual(["session"])
})

test("a saved session stays ninety days; two days before its end comes one reminder, whose link opens nothing by itself", async () => {
  const { jar, email, sessionId } = await saved(house)
  const phone = await joined(house, email)
  await jar.call("PATCH", `/v1/sessions/${sessionId}`, { title: "Bakery <orders>" })
  await noonAfter(87)
  expect(reminders(email)).toEqual([])
  house.clock.advance(DAY)
  await Promise.all(Array.from({ length: 4 }, () => run("Maintain"))) // the schedule's own is the fifth
  await expect.poll(() => reminders(email).length).toBe(1)
  for (let again = 0; again < 3; again++) await run("Maintain")
  await noonAfter(1)
  expect(reminders(email)).toHaveLength(1)
  const [mail] = reminders(email)
  expect(mail?.text).toContain("Bakery <orders>")
  expect(mail?.html).toContain("Bakery &lt;orders&gt;")
  expect(mail?.text).toContain(`${house.url}/s/${sessionId}`)
  expect(mail?.text).not.toContain("#token=")
  expect([await sees(jar, sessionId), await sees(phone, sessionId)]).toEqual([true, true])
  await noonAfter(2)
  expect(await sees(jar, sessionId)).toBe(false)
  await expect.poll(() => left(sessionId)).toEqual(["session"])
  expect(reminders(email)).toHaveLength(1)
}, 300_000)

test("who goes on after the reminder has ninety more days, and is reminded again", async () => {
  const { jar, email, sessionId } = await saved(house)
  await noonAfter(88)
  await expect.poll(() => reminders(email).length).toBe(1)
  await jar.call("PATCH", `/v1/sessions/${sessionId}`, { title: "Still wanted" })
  await noonAfter(5)
  expect(await sees(jar, sessionId)).toBe(true)
  await noonAfter(83)
  await expect.poll(() => reminders(email).length).toBe(2)
  await noonAfter(4)
  expect(await sees(jar, sessionId)).toBe(false)
})

test("nights without maintenance are made up for", async () => {
  const { email, sessionId } = await saved(house)
  const unsaved = new Jar(house.url)
  const forgotten = await unsaved.begin()
  house.clock.advance(200 * DAY) // and no night in between
  await run("Maintain")
  await expect.poll(() => left(sessionId)).toEqual(["session"])
  await expect.poll(() => left(forgotten)).toEqual(["session"])
  expect(reminders(email)).toEqual([])
})
