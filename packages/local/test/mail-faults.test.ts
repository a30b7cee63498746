import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest"
import { SES_PATH, SQS_PATH, TABLE_NAME } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { FaultProxy } from "./faults/proxy.ts"
import { found, Jar } from "./jar.ts"
import { newAddress } from "./keeper.ts"
import { rows } from "./rows.ts"
import { run } from "./run.ts"

let house: House
let ses: FaultProxy
let sqs: FaultProxy
beforeAll(async () => {
  ;[ses, sqs] = await Promise.all([FaultProxy.open(), FaultProxy.open()])
  const env = { LIMIT_SCALE: "100", AWS_ENDPOINT_URL_SESV2: ses.url, AWS_ENDPOINT_URL_SQS: sqs.url }
  const MailEvents = new URL("./handlers/deaf.ts", import.meta.url).href
  house = await startHouse({ port: 0, env, modules: { MailEvents } })
  ses.connect(`http://127.0.0.1:${house.port}${SES_PATH}`)
  sqs.connect(`http://127.0.0.1:${house.port}${SQS_PATH}`)
})
afterEach(() => {
  vi.unstubAllEnvs()
  ses.rule = sqs.rule = () => undefined
})
afterAll(async () => {
  await house.stop()
  for (const proxy of [ses, sqs]) proxy.close()
})

const MINUTE = 60_000

/** Asks, and gives the address with what was sent there so far. */
async function ask() {
  const jar = new Jar(house.url)
  const email = newAddress()
  expect((await jar.ask(email, await jar.begin())).status).toBe(202)
  return { jar, email, mails: () => house.mail().filter(({ to }) => to === email) }
}

type Entry = { status: string; attempt: number; isAmbiguous?: boolean }
/** The newest entry of the outbox. */
async function entry(): Promise<Entry | undefined> {
  const all = (await rows(TABLE_NAME)).filter(({ sk }) => sk === "outbox").sort((a, b) => a.pk.localeCompare(b.pk))
  return all.at(-1)?.item as Entry | undefined // as core stores one
}
const status = async () => (await entry())?.status

/** Time passes, and the sweep with it, until the outbox says so. */
async function sweptUntil(wanted: string): Promise<void> {
  await expect
    .poll(
      async () => {
        house.clock.advance(MINUTE)
        await run("OutboxSweep")
        return status()
      },
      { timeout: 40_000, interval: 200 },
    )
    .toBe(wanted)
}

test("a mail whose message never reached the queue is sent after the next sweep", async () => {
  sqs.rule = ({ target }) => (target === "SendMessage" ? { refuse: 500 } : undefined)
  const { jar, mails } = await ask()
  expect(await status()).toBe("pending")
  sqs.rule = () => undefined
  house.clock.advance(MINUTE)
  await run("OutboxSweep")
  await expect.poll(() => mails().length).toBe(1)
  const { token } = found(mails()[0] ?? { text: "" })
  expect((await jar.redeem({ token })).status).toBe(200)
})

test("a message that comes twice, or late, sends one mail", async () => {
  sqs.rule = ({ target }) => (target === "SendMessage" ? { double: true } : undefined)
  const { mails } = await ask()
  await expect.poll(status).toMatch(/sent|delivered/)
  for (let again = 0; again < 3; again++) {
    house.clock.advance(MINUTE)
    await run("OutboxSweep")
  }
  await expect.poll(async () => (await house.queues())["MailQueue"]?.messages).toBe(0)
  expect(mails()).toHaveLength(1)
})

test("SES that takes nothing for a while gets the mail later, once", async () => {
  let refusals = 0
  ses.rule = () => (++refusals <= 2 ? { refuse: 429 } : undefined)
  const { mails } = await ask()
  await expect.poll(() => refusals).toBeGreaterThan(0)
  await sweptUntil("delivered")
  expect(mails()).toHaveLength(1)
  expect((await entry())?.isAmbiguous).toBeUndefined()
})

/** SES takes the first mail, and its answer is lost. */
function loseFirstAnswer(): void {
  let lost = false
  ses.rule = () => {
    if (lost) return undefined
    lost = true
    return { loseAnswer: true }
  }
}

test("a mail that SES took and did not answer for is not sent again once SES tells of it", async () => {
  loseFirstAnswer()
  const { mails } = await ask()
  await expect.poll(status).toBe("delivered")
  for (let again = 0; again < 3; again++) {
    house.clock.advance(MINUTE)
    await run("OutboxSweep")
  }
  await expect.poll(async () => (await house.queues())["MailQueue"]?.messages).toBe(0)
  expect(mails()).toHaveLength(1)
})

test("one that SES does not tell of in time is sent once more, and known to be perhaps doubled", async () => {
  vi.stubEnv("TEST_DEAF", "1")
  loseFirstAnswer()
  const { mails } = await ask()
  await expect.poll(() => mails().length).toBe(1)
  await sweptUntil("sent")
  expect(mails()).toHaveLength(2)
  expect(mails()[0]?.text).toBe(mails()[1]?.text) // the same link, so either of them opens
  expect((await entry())?.isAmbiguous).toBe(true)
})

test("a link that has expired by the time SES works again is not sent", async () => {
  ses.rule = () => ({ refuse: 429 })
  const { mails } = await ask()
  await expect.poll(entry).toMatchObject({ status: "pending", attempt: 1 })
  house.clock.advance(10 * MINUTE)
  ses.rule = () => undefined
  await sweptUntil("dropped")
  expect(mails()).toEqual([])
})

test("a mail that SES refuses for good is given up, and holds up nothing", async () => {
  ses.rule = () => ({ refuse: 400 })
  await ask()
  await expect.poll(status).toBe("failed")
  ses.rule = () => undefined
  const { mails } = await ask()
  await expect.poll(() => mails().length).toBe(1)
  await expect.poll(() => house.queues()).toMatchObject({ MailQueue: { messages: 0, deadLetters: 0 } })
})
