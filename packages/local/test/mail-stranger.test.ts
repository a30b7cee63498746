import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { type House, startHouse } from "../src/house.ts"
import { exportTo } from "./exporting.ts"
import { FaultProxy } from "./faults/proxy.ts"
import { type Answer, Jar } from "./jar.ts"
import { code, mailed, newAddress, saved } from "./keeper.ts"
import { run } from "./run.ts"
import { contactOf, submit } from "./submitting.ts"

const MINUTE = 60_000
const DAY = 86_400_000

let house: House
let engine: Awaited<ReturnType<typeof startDynamoDB>>
let table: FaultProxy
beforeAll(async () => {
  ;[engine, table] = await Promise.all([startDynamoDB({}), FaultProxy.open()])
  table.connect(engine.endpoint)
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "1", AWS_ENDPOINT_URL_DYNAMODB: table.url } })
})
afterEach(() => {
  table.rule = () => undefined
})
afterAll(async () => {
  await house.stop()
  table.close()
  await engine.stop()
})

let networks = 0
const newNetwork = () => `127.0.1.${++networks}`
const mailsTo = (email: string) => house.mail().filter(({ to }) => to === email)

/** Nothing waits to be sent. */
const quiet = () => expect.poll(() => house.queues(), { timeout: 60_000 }).toMatchObject({ MailQueue: { messages: 0 } })

type Ask = (jar: Jar, email: string) => Promise<Answer>
const link: Ask = async (jar, email) => jar.ask(email, await jar.begin())
const file: Ask = async (jar, email) => exportTo(jar, await jar.begin(), email)
const confirmation: Ask = async (jar, email) => submit(jar, await jar.begin(), contactOf(email))

/** Five of each kind, three at once, each in a browser of its own. */
async function all(email: string, from: () => string): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let round = 0; round < 5; round++)
    answers.push(
      ...(await Promise.all([link, file, confirmation].map((ask) => ask(new Jar(house.url, { from: from() }), email)))),
    )
  return answers
}

/** What an answer says, but for what is new in each. */
const shapes = (answers: Answer[]) =>
  answers.map(({ status, text }) => `${status} ${text.replace(/exp_\w+|SPEC-[\w-]+|\d{4}-\d\d-\d\dT[\d:.]+Z/g, "…")}`)

test("an address that never opened a link gets three mails a day, of fifteen asked for from one place within a minute", async () => {
  const email = newAddress()
  const network = newNetwork()
  const answers = await all(email, () => network)
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill([202, 202, 201]).flat())
  await quiet()
  expect(mailsTo(email)).toHaveLength(3)

  const jar = new Jar(house.url, { from: newNetwork() })
  expect((await link(jar, email)).status).toBe(202)
  await quiet()
  expect(mailsTo(email)).toHaveLength(3)
  house.clock.advance(DAY)
  expect((await link(jar, email)).status).toBe(202)
  await quiet()
  expect(mailsTo(email)).toHaveLength(4)
})

test("one that has is not counted, and no answer tells it from one that has not", async () => {
  const { jar, email } = await saved(house, newAddress(), new Jar(house.url, { from: newNetwork() }))
  const unknown = newAddress()
  const [known, strange] = [await all(email, newNetwork), await all(unknown, newNetwork)]
  expect(shapes(known).map((shape) => shape.replaceAll(email, "…"))).toEqual(
    shapes(strange).map((shape) => shape.replaceAll(unknown, "…")),
  )
  await quiet()
  expect(mailsTo(unknown)).toHaveLength(3)
  expect(mailsTo(email).length).toBeGreaterThan(5) // not sixteen: of its links three live, and those that are replaced meanwhile are not sent

  // Its owner is held up by none of this: in a new browser by code, in the one that opened it before without one.
  const phone = new Jar(house.url, { from: newNetwork() })
  const { token, code: typed } = await mailed(house, phone, email)
  expect(code(await phone.redeem({ token, code: typed }))).toBeUndefined()
  house.clock.advance(MINUTE)
  await mailed(house, jar, email)
  house.clock.advance(MINUTE)
  const mail = house.mailbox.next(email)
  expect((await file(jar, email)).status).toBe(202)
  await mail
})

test("each mail counts, and once, also where the table does not answer or its answer is lost", async () => {
  const [refused, lost] = [newAddress(), newAddress()]
  const counts = ({ target, body }: { target: string; body: string }) =>
    target === "UpdateItem" && body.includes("limit#mail-stranger#")
  let calls = 0
  const ask = async (email: string) => {
    for (let asked = 0; asked < 5; asked++)
      expect((await confirmation(new Jar(house.url, { from: newNetwork() }), email)).status).toBe(201)
    await expect.poll(() => calls).toBeGreaterThanOrEqual(5)
  }
  const mend = async () => {
    calls = 0
    table.rule = () => undefined
    house.clock.advance(MINUTE)
    await run("OutboxSweep")
    await quiet()
  }
  table.rule = (call) => (counts(call) && ++calls ? { refuse: 500 } : undefined)
  await ask(refused)
  expect(mailsTo(refused)).toEqual([])
  await mend()
  await expect.poll(() => mailsTo(refused)).toHaveLength(3)

  table.rule = (call) => (counts(call) && ++calls ? { loseAnswer: true } : undefined)
  await ask(lost)
  await mend()
  await expect.poll(() => mailsTo(lost)).toHaveLength(3)
})
