import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { type House, startHouse } from "../src/house.ts"
import { FaultProxy } from "./faults/proxy.ts"
import { code, mailed, saved, sees } from "./keeper.ts"

let house: House
let engine: Awaited<ReturnType<typeof startDynamoDB>>
let table: FaultProxy
beforeAll(async () => {
  ;[engine, table] = await Promise.all([startDynamoDB({}), FaultProxy.open()])
  table.connect(engine.endpoint)
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100", AWS_ENDPOINT_URL_DYNAMODB: table.url } })
})
afterEach(() => {
  table.rule = () => undefined
})
afterAll(async () => {
  await house.stop()
  table.close()
  await engine.stop()
})

/** The transaction that a link is redeemed in. */
const isRedemption = ({ target, body }: { target: string; body: string }) =>
  target === "TransactWriteItems" && body.includes('"link#') && body.includes('"Delete"')

test("a redemption that is held up until another one is through comes too late", async () => {
  const { jar, email, sessionId } = await saved(house) // saved already: the log does not move, and gives no reason to look again
  const { token } = await mailed(house, jar, email, sessionId)
  const gate = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  let held = false
  table.rule = (call) => {
    if (held || !isRedemption(call)) return undefined
    held = true
    reached.resolve()
    return { hold: gate.promise }
  }
  const late = jar.redeem({ token })
  await reached.promise
  expect((await jar.redeem({ token })).status).toBe(200)
  gate.resolve()
  expect(code(await late)).toBe("link.invalid")
})

test("a redemption whose answer is lost on its way was carried out once, and the visitor is in", async () => {
  const { jar, email, sessionId } = await saved(house)
  const { token } = await mailed(house, jar, email, sessionId)
  let lost = 0
  table.rule = (call) => (isRedemption(call) && ++lost === 1 ? { loseAnswer: true } : undefined)
  expect((await jar.redeem({ token })).status).toBe(200)
  expect(lost).toBeGreaterThan(1)
  expect(await sees(jar, sessionId)).toBe(true)
  expect(code(await jar.redeem({ token }))).toBe("link.invalid")
})
