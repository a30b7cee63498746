import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import { ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs"
import { queues as definitions } from "@spec-wizard/infra/functions"
import { afterEach, expect, test } from "vitest"
import { Queues } from "../src/engine/sqs.ts"
import { SQS_PATH } from "../src/environment.ts"
import { openOrigin } from "./origin.ts"

const RUN = path.join(import.meta.dirname, "../run.mjs")

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function openQueues() {
  const queues = new Queues(definitions)
  const origin = await openOrigin({}, { services: () => ({ [SQS_PATH]: queues.service }) })
  open.push(() => origin.close())
  open.push(() => queues.stop())
  const endpoint = `http://127.0.0.1:${origin.port}${SQS_PATH}`
  const credentials = { accessKeyId: "local", secretAccessKey: "local" }
  const client = new SQSClient({ endpoint, useQueueUrlAsEndpoint: false, region: "us-east-1", credentials })
  open.push(() => client.destroy())
  const redrive = (...args: string[]) =>
    promisify(execFile)(process.execPath, [RUN, "redrive", ...args], {
      env: { ...process.env, PORT: String(origin.port) },
    })
  return { queues, client, redrive, urlOf: (name: string) => `${endpoint}/000000000000/${name}` }
}

const bodies = Array.from({ length: 25 }, (_, index) => `{"outboxId":"${index}"}`)

test("everything that was laid aside goes back, word for word, and nothing else is touched", async () => {
  const { queues, client, redrive, urlOf } = await openQueues()
  for (let from = 0; from < bodies.length; from += 10) {
    const Entries = bodies.slice(from, from + 10).map((MessageBody, index) => ({ Id: String(index), MessageBody }))
    await client.send(new SendMessageBatchCommand({ QueueUrl: urlOf("ExportQueueDeadLetters"), Entries }))
  }
  const Entries = [{ Id: "0", MessageBody: "stays" }]
  await client.send(new SendMessageBatchCommand({ QueueUrl: urlOf("MailQueueDeadLetters"), Entries }))

  const { stdout } = await redrive("--stage", "local", "--queue", "ExportQueue")
  expect(stdout).toBe("ExportQueue: 25 to be tried again.\n")
  expect(await queues.counts()).toMatchObject({
    ExportQueue: { messages: 25, deadLetters: 0 },
    MailQueue: { messages: 0, deadLetters: 1 },
  })
  const found: (string | undefined)[] = []
  while (found.length < bodies.length) {
    const ask = new ReceiveMessageCommand({ QueueUrl: urlOf("ExportQueue"), MaxNumberOfMessages: 10 })
    const { Messages = [] } = await client.send(ask)
    expect(Messages.length).toBeGreaterThan(0)
    found.push(...Messages.map(({ Body }) => Body))
  }
  expect(found.sort()).toEqual(bodies.toSorted())
})

test("without a queue's name each of them is asked, and one that is empty says so", async () => {
  const { redrive } = await openQueues()
  const { stdout } = await redrive("--stage", "local")
  const lines = Object.keys(definitions).map((name) => `${name}: nothing was laid aside.\n`)
  expect(stdout).toBe(lines.join(""))
})

test("a queue that nobody has, and a stage that nobody named, are refused with the usage", async () => {
  const { redrive } = await openQueues()
  for (const args of [["--stage", "local", "--queue", "MailEvents"], [], ["--stage"], ["--stage", "local", "--all"]])
    await expect(redrive(...args)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("Usage: pnpm redrive"),
    })
})
