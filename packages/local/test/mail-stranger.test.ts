import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { Jar } from "./jar.ts"
import { code, mailed, newAddress, saved } from "./keeper.ts"
import { contactOf, spoken, submit } from "./submitting.ts"

const DAY = 86_400_000

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "1" } })
})
afterAll(() => house.stop())

let networks = 0
/** A browser in a network of its own. */
const stranger = () => new Jar(house.url, { from: `127.0.1.${++networks}` })
const mailsTo = (email: string) => house.mail().filter(({ to }) => to === email)

/** Nothing waits to be sent. */
const quiet = () => expect.poll(() => house.queues(), { timeout: 60_000 }).toMatchObject({ MailQueue: { messages: 0 } })

async function ask(email: string): Promise<void> {
  const jar = stranger()
  const { status } = await jar.ask(email, await jar.begin())
  expect(status).toBe(202)
}

test("an address that never opened a link gets three mails a day, whoever asks and for what, and no asker hears it", async () => {
  const email = newAddress()
  for (let asked = 0; asked < 2; asked++) await ask(email)
  const { jar, sessionId } = await spoken(house)
  expect((await submit(jar, sessionId, contactOf(email))).status).toBe(201)
  await quiet()
  expect(mailsTo(email)).toHaveLength(3)
  for (let asked = 0; asked < 4; asked++) await ask(email)
  await quiet()
  expect(mailsTo(email)).toHaveLength(3)

  house.clock.advance(DAY)
  await ask(email)
  await quiet()
  expect(mailsTo(email)).toHaveLength(4)
})

test("one that has is not counted: strangers cannot use up its owner's links", async () => {
  const { jar, email } = await saved(house, newAddress(), stranger())
  for (let asked = 0; asked < 5; asked++) await ask(email)
  await quiet()
  expect(mailsTo(email).length).toBeGreaterThan(5)
  const phone = stranger()
  const { token, code: typed } = await mailed(house, phone, email)
  expect(code(await phone.redeem({ token, code: typed }))).toBeUndefined()
  house.clock.advance(60_000)
  await mailed(house, jar, email)
})
