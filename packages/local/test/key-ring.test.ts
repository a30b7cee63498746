import { randomBytes } from "node:crypto"
import { PutSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { SECRETS_PATH } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { FaultProxy } from "./faults/proxy.ts"
import { Jar } from "./jar.ts"
import { code, joined, mailed, newAddress, saved, sees } from "./keeper.ts"

let house: House
let proxy: FaultProxy
let asked = 0
beforeAll(async () => {
  proxy = await FaultProxy.open()
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100", AWS_ENDPOINT_URL_SECRETS_MANAGER: proxy.url } })
  proxy.connect(`http://127.0.0.1:${house.port}${SECRETS_PATH}`)
})
afterEach(() => {
  proxy.rule = count
})
afterAll(async () => {
  await house.stop()
  proxy.close()
})
const count = () => void asked++

const MINUTE = 60_000
const newKey = () => randomBytes(32).toString("base64url")
let ring = [newKey(), newKey(), newKey()]

async function put(): Promise<void> {
  const [before, current, after] = ring
  const client = new SecretsManagerClient({})
  const value = JSON.stringify({ current, others: [before, after] })
  await client.send(new PutSecretValueCommand({ SecretId: "KeyRing", SecretString: value }))
  client.destroy()
}
/** One step on, as `infra/key-ring.ts` turns it. */
const turn = () => {
  ring = [...ring.slice(1), newKey()]
  return put()
}

test("the ring turns without a request that fails: what was made before is known after, and what is new before it is read", async () => {
  await put()
  house.clock.advance(6 * MINUTE)
  const { jar, email, sessionId } = await saved(house)
  const waiting = await mailed(house, jar, email, sessionId)
  await turn()
  house.clock.advance(6 * MINUTE) // every function has read it by now
  expect((await jar.redeem({ token: waiting.token })).status).toBe(200)
  const phone = new Jar(house.url)
  const { code: typed } = await mailed(house, phone, email)
  const tablet = new Jar(house.url)
  expect(await tablet.redeem({ email, code: typed })).toMatchObject({
    status: 200,
    body: { session: { id: sessionId } },
  })
  expect([await sees(jar, sessionId), await sees(tablet, sessionId)]).toEqual([true, true])
})

test("a ring that turned while a function still has the old one is read again at once, not more than every ten seconds", async () => {
  const { jar, email, sessionId } = await saved(house)
  const { token } = await mailed(house, jar, email, sessionId)
  await turn()
  await turn() // two steps: the old ring knows nothing of the new key
  house.clock.advance(6 * MINUTE)
  const other = new Jar(house.url)
  expect(code(await other.redeem({ token, code: "0000-0000" }))).toBe("link.invalid")
  asked = 0
  proxy.rule = count
  for (let times = 0; times < 5; times++) await other.redeem({ token, code: "0000-0000" })
  expect(asked).toBeLessThanOrEqual(1)
  expect((await jar.redeem({ token })).status).toBe(200)
})

test("who is signed out before a turn of the ring stays out after it", async () => {
  house.clock.advance(6 * MINUTE)
  const { jar, email, sessionId } = await saved(house)
  const phone = await joined(house, email)
  const { body } = await jar.call("GET", `/v1/sessions/${sessionId}/devices`)
  const other = (body as { devices: { id: string; current: boolean }[] }).devices.find(({ current }) => !current) // ours
  await jar.call("DELETE", `/v1/sessions/${sessionId}/devices/${other?.id}`)
  await turn()
  house.clock.advance(6 * MINUTE)
  const { token } = await mailed(house, jar, email, sessionId) // saved once more, under the new key
  expect((await jar.redeem({ token })).status).toBe(200)
  expect([await sees(jar, sessionId), await sees(phone, sessionId)]).toEqual([true, false])
})

test("a function that meets a key it does not know yet reads the ring again at once", async () => {
  house.clock.advance(6 * MINUTE)
  await fetch(`${house.url}/v1/health`) // the API reads the ring
  house.clock.advance(3 * MINUTE)
  const { jar, email, sessionId } = await saved(house) // and now the mailer
  await turn()
  await turn()
  house.clock.advance(3 * MINUTE) // what the API read is too old now, what the mailer read is not
  const { token } = await mailed(house, jar, email, sessionId)
  expect((await jar.redeem({ token })).status).toBe(200)
})

test("a key ring that cannot be read again is used as it was; one that never could be refuses, with a word when to come back", async () => {
  const { jar, email, sessionId } = await saved(house)
  proxy.rule = () => ({ refuse: 500 })
  house.clock.advance(6 * MINUTE)
  const { token } = await mailed(house, jar, email, sessionId)
  expect((await jar.redeem({ token })).status).toBe(200)
})

test("values are read once and kept, however many ask at once", async () => {
  house.clock.advance(6 * MINUTE)
  asked = 0
  proxy.rule = count
  await Promise.all(Array.from({ length: 20 }, () => new Jar(house.url).ask(newAddress())))
  expect(asked).toBeLessThanOrEqual(2 * 2) // by the API and by the mailer, either of whom asks a second time when the answer is late
})
