import { paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3"
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs"
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest"
import { FILES_NAME, SES_PATH, SQS_PATH, TABLE_NAME } from "../../src/environment.ts"
import { type House, startHouse } from "../../src/house.ts"
import { moveBack } from "../../src/move-back.ts"
import { downloaded, type Export, exported, exportOf, exportTo } from "../exporting.ts"
import { FaultProxy } from "../faults/proxy.ts"
import type { Jar } from "../jar.ts"
import { saved, sees, socketOf } from "../keeper.ts"
import { rows } from "../rows.ts"
import { run } from "../run.ts"
import { until } from "../until.ts"

const MINUTE = 60_000

let house: House
let ses: FaultProxy
let sqs: FaultProxy
let s3: FaultProxy
let files: S3Client
let queue: SQSClient
beforeAll(async () => {
  ;[ses, sqs, s3] = await Promise.all([FaultProxy.open(), FaultProxy.open(), FaultProxy.open()])
  const env = {
    LIMIT_SCALE: "100",
    AWS_ENDPOINT_URL_SESV2: ses.url,
    AWS_ENDPOINT_URL_SQS: sqs.url,
    AWS_ENDPOINT_URL_S3: s3.url,
  }
  const MailEvents = new URL("../handlers/deaf.ts", import.meta.url).href
  house = await startHouse({ port: 0, env, modules: { MailEvents } })
  ses.connect(`http://127.0.0.1:${house.port}${SES_PATH}`)
  sqs.connect(`http://127.0.0.1:${house.port}${SQS_PATH}`)
  s3.connect(house.storage)
  files = new S3Client({ endpoint: house.storage, forcePathStyle: true })
  queue = new SQSClient({ endpoint: `http://127.0.0.1:${house.port}${SQS_PATH}`, useQueueUrlAsEndpoint: false })
})
afterEach(() => {
  vi.unstubAllEnvs()
  for (const proxy of [ses, sqs, s3]) proxy.rule = () => undefined
})
afterAll(async () => {
  await house.stop()
  for (const proxy of [ses, sqs, s3]) proxy.close()
  files.destroy()
  queue.destroy()
})

/** Mails with a file, to an address. */
const sent = (email: string) => house.mail().filter(({ to, attachments }) => to === email && attachments.length > 0)

async function objectsOf(sessionId: string): Promise<string[]> {
  const names: string[] = []
  for await (const { Contents: page = [] } of paginateListObjectsV2(
    { client: files },
    { Bucket: FILES_NAME, Prefix: `pdf/${sessionId}/` },
  ))
    names.push(...page.map(({ Key = "" }) => Key))
  return names
}

/** What the log says of an export, in order. */
async function told(jar: Jar, sessionId: string, id: string): Promise<string[]> {
  const { body } = await jar.call("GET", `/v1/sessions/${sessionId}/events`)
  const { events } = body as { events: { export?: Export }[] } // the route's answer
  return events.flatMap(({ export: one }) => (one?.id === id ? [one.status] : []))
}

type Entry = { id: string; status: string; attempt: number; isAmbiguous?: boolean }
async function entries(exportId: string, kind: string): Promise<Entry[]> {
  const all = (await rows(TABLE_NAME)).filter(({ sk, item }) => {
    const task = item["task"] as { kind: string; exportId?: string } | undefined // as core stores one
    return sk === "outbox" && task?.kind === kind && task.exportId === exportId
  })
  return all.map(({ item }) => item as Entry) // as core stores one
}

const isIdle = async () => Object.values(await house.queues()).every(({ messages }) => messages === 0)

/** A minute passes, and the sweep with it. No work is under way then: a minute is longer than any of it takes. */
async function minute(): Promise<void> {
  await until(isIdle)
  house.clock.advance(MINUTE)
  await run("OutboxSweep")
  await until(isIdle)
}

const everyMinute = { timeout: 40_000, interval: 200 }

test("messages that come three times and in any order make one file and one mail", async () => {
  sqs.rule = ({ target }) => (target === "SendMessage" ? { double: true } : undefined)
  const { jar, email, sessionId } = await saved(house)
  const { id } = exportOf(await exportTo(jar, sessionId, email))
  await expect.poll(() => exported(jar, sessionId, id), everyMinute).toMatchObject({ status: "delivered" })
  sqs.rule = () => undefined
  // The mail's once more before the file's, after everything was done.
  for (const [kind, name] of [
    ["exportMail", "MailQueue"],
    ["export", "ExportQueue"],
    ["exportMail", "MailQueue"],
  ] as const) {
    const { QueueUrl } = await queue.send(new GetQueueUrlCommand({ QueueName: name }))
    const [entry] = await entries(id, kind)
    await queue.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ outboxId: entry?.id }) }))
  }
  await minute()
  await until(isIdle)
  expect(sent(email)).toHaveLength(1)
  expect(await objectsOf(sessionId)).toHaveLength(1)
  expect(await told(jar, sessionId, id)).toEqual(["queued", "rendering", "stored", "sent", "delivered"])
})

test("a mail that SES took and did not answer for is one mail, or two that are known to be", async () => {
  for (const isDeaf of [false, true]) {
    vi.stubEnv("TEST_DEAF", isDeaf ? "1" : "")
    const { jar, email, sessionId } = await saved(house)
    let isLost = false
    ses.rule = () => {
      if (isLost) return undefined
      isLost = true
      return { loseAnswer: true }
    }
    const { id } = exportOf(await exportTo(jar, sessionId, email))
    await expect.poll(() => sent(email).length).toBe(1)
    if (!isDeaf) await expect.poll(async () => (await entries(id, "exportMail"))[0]?.status).toBe("delivered")
    for (let passed = 0; passed < 3; passed++) await minute()
    expect((await entries(id, "exportMail"))[0]?.status).toMatch(/sent|delivered/)
    expect(sent(email)).toHaveLength(isDeaf ? 2 : 1)
    expect((await entries(id, "exportMail"))[0]?.isAmbiguous).toBe(isDeaf ? true : undefined)
  }
})

test("SES that is away for two minutes gets every mail within ten, each once", async () => {
  const visitors = await Promise.all(Array.from({ length: 5 }, () => saved(house)))
  ses.rule = () => ({ refuse: 503 })
  await Promise.all(visitors.map(({ jar, sessionId, email }) => exportTo(jar, sessionId, email)))
  await expect
    .poll(async () => Promise.all(visitors.map(({ sessionId }) => objectsOf(sessionId))), everyMinute)
    .toEqual(visitors.map(() => [expect.any(String)]))
  for (let passed = 0; passed < 2; passed++) await minute()
  ses.rule = () => undefined
  const mails = () => visitors.map(({ email }) => sent(email).length)
  for (let passed = 0; passed < 10 && mails().includes(0); passed++) await minute()
  expect(mails()).toEqual([1, 1, 1, 1, 1])
})

test("storage that is slow or away for a while delays a file, and no more", async () => {
  const { jar, email, sessionId } = await saved(house)
  let refusals = 0
  s3.rule = () => (++refusals <= 4 ? { refuse: 503 } : undefined)
  const { id } = exportOf(await exportTo(jar, sessionId, email))
  await expect
    .poll(async () => {
      await minute()
      return exported(jar, sessionId, id)
    }, everyMinute)
    .toMatchObject({ status: "delivered" })
  expect(refusals).toBeGreaterThan(4)
  expect(sent(email)).toHaveLength(1)
})

test("what fails five times is laid aside and told; put back, it is done, once", async () => {
  const { jar, email, sessionId } = await saved(house)
  s3.rule = () => ({ refuse: 403 })
  const { id } = exportOf(await exportTo(jar, sessionId, email))
  await expect
    .poll(() => house.queues(), { timeout: 90_000, interval: 200 })
    .toMatchObject({ ExportQueue: { messages: 0, deadLetters: 1 } })
  expect(await exported(jar, sessionId, id)).toMatchObject({ status: "failed", error: "export.failed" })
  expect(await downloaded(jar, sessionId, id)).toBe(409)
  s3.rule = () => undefined

  const urlOf = async (QueueName: string) => (await queue.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl ?? ""
  const [from, to] = await Promise.all([urlOf("ExportQueueDeadLetters"), urlOf("ExportQueue")])
  expect(await moveBack(queue, { from, to })).toBe(1)
  expect(await moveBack(queue, { from, to })).toBe(0)
  await expect.poll(() => exported(jar, sessionId, id), everyMinute).toMatchObject({ status: "delivered" })
  await until(isIdle)
  expect(sent(email)).toHaveLength(1)
  expect(await objectsOf(sessionId)).toHaveLength(1)
  expect(await told(jar, sessionId, id)).toEqual([
    ...["queued", "rendering", "failed", "rendering", "stored", "sent", "delivered"],
  ])
})

test("a session that is erased while its file is made leaves none behind", async () => {
  const { jar, sessionId } = await saved(house)
  const put = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  s3.rule = ({ target }) => {
    if (target !== "PUT") return undefined
    put.resolve()
    return { hold: held.promise }
  }
  await exportTo(jar, sessionId)
  await put.promise
  await jar.call("DELETE", `/v1/sessions/${sessionId}`)
  expect(await sees(jar, sessionId)).toBe(false)
  held.resolve()
  await until(isIdle)
  await expect.poll(() => objectsOf(sessionId), everyMinute).toEqual([])
})

test("a deletion takes the files along", async () => {
  const { jar, sessionId } = await saved(house)
  const { id } = exportOf(await exportTo(jar, sessionId))
  await expect.poll(() => objectsOf(sessionId), everyMinute).toHaveLength(1)
  expect(await exported(jar, sessionId, id)).toMatchObject({ status: "stored" })
  await jar.call("DELETE", `/v1/sessions/${sessionId}`)
  await expect.poll(() => objectsOf(sessionId), everyMinute).toEqual([])
})

test("a function that is killed at its work has it done by the next one", async () => {
  const { jar, email, sessionId } = await saved(house)
  const socket = await socketOf(house, jar, sessionId)
  const put = Promise.withResolvers<void>()
  let isHeld = false
  s3.rule = ({ target }) => {
    if (target !== "PUT" || isHeld) return undefined
    isHeld = true
    put.resolve()
    return { hold: new Promise(() => {}) }
  }
  const { id } = exportOf(await exportTo(jar, sessionId, email))
  await put.promise
  for (const { pid } of house.workers("Render")) process.kill(pid, "SIGKILL")
  await minute() // its lease is over
  await expect.poll(() => exported(jar, sessionId, id), everyMinute).toMatchObject({ status: "delivered" })
  expect(sent(email)).toHaveLength(1)
  expect(await told(jar, sessionId, id)).toEqual(["queued", "rendering", "stored", "sent", "delivered"])
  socket.close()
})
