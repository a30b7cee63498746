import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs"
import { afterEach, describe, expect, test } from "vitest"
import { Queues } from "../src/engine/sqs.ts"
import { SQS_PATH } from "../src/environment.ts"
import type { Handler } from "../src/lambda-handler.ts"
import { subscribe } from "../src/subscription.ts"
import { type Origin, openOrigin } from "./origin.ts"

const QUEUE = { visibilitySeconds: 30, maxReceives: 3, batchSize: 1, maxConcurrency: 5 }

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

type Record = { messageId: string; body: string; attributes: { ApproximateReceiveCount: string } }
type SqsEvent = { Records: Record[] }

/** A queue of its own, and the function `F`, subscribed to it when there is a handler. */
async function openQueue(options: { handler?: Handler; batchSize?: number; timeoutMs?: number } = {}) {
  const { handler, batchSize = 1, timeoutMs = 5_000 } = options
  const definition = { ...QUEUE, batchSize }
  const queues = new Queues({ Q: definition })
  const services = () => ({ [SQS_PATH]: queues.service })
  const origin: Origin = await openOrigin({ F: handler ?? (() => {}) }, { services, timeoutMs })
  open.push(() => origin.close())
  open.push(() => queues.stop())
  if (handler) {
    const { lambda } = origin
    const subscription = subscribe({ queues, queue: "Q", definition, lambda, functionName: "F" })
    open.push(() => subscription.stop())
  }
  const endpoint = `http://127.0.0.1:${origin.port}${SQS_PATH}`
  const client = new SQSClient({
    endpoint,
    useQueueUrlAsEndpoint: false,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  })
  open.push(() => client.destroy())
  const QueueUrl = `${endpoint}/000000000000/Q`
  return {
    ...origin,
    queues,
    client,
    QueueUrl,
    send: (MessageBody: string) => client.send(new SendMessageCommand({ QueueUrl, MessageBody })),
    async receive(from = QueueUrl) {
      const question = { QueueUrl: from, MaxNumberOfMessages: 10, MessageSystemAttributeNames: ["All" as const] }
      return (await client.send(new ReceiveMessageCommand(question))).Messages ?? []
    },
  }
}

/** Calls back what arrives, and lets the test say how it ends. */
function recorder() {
  const waiting: ((event: SqsEvent) => void)[] = []
  const arrived: SqsEvent[] = []
  return {
    arrive(event: unknown) {
      const sqsEvent = event as SqsEvent // what the subscription makes
      const waiter = waiting.shift()
      if (waiter) waiter(sqsEvent)
      else arrived.push(sqsEvent)
    },
    next: (): Promise<SqsEvent> => {
      const first = arrived.shift()
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve))
    },
    get unread() {
      return arrived.length
    },
  }
}

const empty = { Q: { messages: 0, deadLetters: 0 } }

describe("a queue", () => {
  test("hands a message out once, until its visibility timeout has passed by the movable clock or it is deleted", async () => {
    const { clock, client, QueueUrl, send, receive } = await openQueue()
    await send("it's 20 €")
    const [first] = await receive()
    expect(first).toMatchObject({ Body: "it's 20 €", Attributes: { ApproximateReceiveCount: "1" } })
    expect(await receive()).toEqual([])
    clock.advance(29_000)
    expect(await receive()).toEqual([])
    clock.advance(1_001)
    const [second] = await receive()
    expect(second).toMatchObject({ MessageId: first?.MessageId, Attributes: { ApproximateReceiveCount: "2" } })
    const ReceiptHandle = second?.ReceiptHandle
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }))
    const [third] = await receive()
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: third?.ReceiptHandle }))
    clock.advance(31_000)
    expect(await receive()).toEqual([])
  })

  test("wakes who waits for a message", async () => {
    const { client, QueueUrl, send } = await openQueue()
    const waited = client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }))
    await send("at last")
    expect((await waited).Messages).toMatchObject([{ Body: "at last" }])
  })

  test("lays aside what was received too often", async () => {
    const { clock, QueueUrl, send, receive, queues } = await openQueue()
    await send("poison")
    for (let receives = 0; receives < QUEUE.maxReceives; receives++) {
      expect(await receive()).toHaveLength(1)
      clock.advance(31_000)
    }
    expect(await receive()).toEqual([])
    expect(await queues.counts()).toEqual({ Q: { messages: 0, deadLetters: 1 } })
    expect(await receive(`${QueueUrl}DeadLetters`)).toMatchObject([{ Body: "poison" }])
  })

  test("is as infra/functions.ts has it, takes batches, and refuses what is not a queue or too large", async () => {
    const { client, QueueUrl, send } = await openQueue()
    const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["VisibilityTimeout", "RedrivePolicy"] })
    const { Attributes: attributes = {} } = await client.send(asked)
    expect(attributes["VisibilityTimeout"]).toBe("30")
    expect(JSON.parse(attributes["RedrivePolicy"] ?? "")).toEqual({
      deadLetterTargetArn: "arn:aws:sqs:us-east-1:000000000000:QDeadLetters",
      maxReceiveCount: 3,
    })
    const Entries = ["a", "b"].map((Id) => ({ Id, MessageBody: Id }))
    expect((await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).Successful).toHaveLength(2)
    const elsewhere = new SendMessageCommand({ QueueUrl: `${QueueUrl}s`, MessageBody: "x" })
    await expect(client.send(elsewhere)).rejects.toMatchObject({ name: "QueueDoesNotExist" })
    await expect(send("x".repeat(1024 * 1024 + 1))).rejects.toMatchObject({ name: "InvalidParameterValue" })
    await expect(send("x".repeat(3 * 1024 * 1024))).rejects.toMatchObject({ name: "InvalidParameterValue" })
  })
})

describe("a function that is subscribed", () => {
  test("is called with a message as Lambda calls it, and done with it, it is deleted", async () => {
    const { arrive, next } = recorder()
    const { send, queues, lambda } = await openQueue({ handler: arrive })
    const { MessageId: id, MD5OfMessageBody: md5 } = await send('{"id":"out_1"}')
    expect(await next()).toEqual({
      Records: [
        {
          messageId: id,
          receiptHandle: expect.any(String),
          body: '{"id":"out_1"}',
          attributes: {
            ApproximateReceiveCount: "1",
            SentTimestamp: expect.stringMatching(/^\d{13}$/),
            SenderId: expect.any(String),
            ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
          },
          messageAttributes: {},
          md5OfBody: md5,
          eventSource: "aws:sqs",
          eventSourceARN: "arn:aws:sqs:us-east-1:000000000000:Q",
          awsRegion: "us-east-1",
        },
      ],
    })
    await expect.poll(() => queues.counts()).toEqual(empty)
    expect(lambda.invocations["F"]).toBe(1)
  })

  test("gets again, sooner than on AWS, what it threw at, and what it can never do is laid aside", async () => {
    const receives: string[] = []
    const handler: Handler = (event) => {
      receives.push(...(event as SqsEvent).Records.map(({ attributes }) => attributes.ApproximateReceiveCount))
      throw new Error("no")
    }
    const { send, queues, clock } = await openQueue({ handler })
    await send("poison")
    const later = () => {
      clock.advance(200)
      return queues.counts()
    }
    await expect.poll(later).toEqual({ Q: { messages: 0, deadLetters: 1 } })
    expect(receives).toEqual(["1", "2", "3"])
    expect(clock.offsetMs()).toBeLessThan(QUEUE.visibilitySeconds * 1_000)
  })

  test("gets again what it hung on", async () => {
    const { arrive, next } = recorder()
    const handler: Handler = (event) => {
      arrive(event)
      return new Promise(() => {})
    }
    const { send } = await openQueue({ handler, timeoutMs: 50 })
    await send("hang")
    expect((await next()).Records).toMatchObject([{ attributes: { ApproximateReceiveCount: "1" } }])
    expect((await next()).Records).toMatchObject([{ attributes: { ApproximateReceiveCount: "2" } }])
  })

  test("gets again exactly the messages of a batch that it reports; with a report that cannot be read, all", async () => {
    const arrived: string[] = []
    let answer: ((records: Record[]) => unknown) | undefined
    const handler: Handler = (event) => {
      const { Records: records } = event as SqsEvent // what the subscription makes
      arrived.push(...records.map(({ body }) => body))
      const report = answer?.(records)
      answer = undefined
      return report
    }
    const { client, QueueUrl, queues } = await openQueue({ handler, batchSize: 10 })
    const again = async (first: (records: Record[]) => unknown) => {
      answer = first
      const Entries = ["a", "b", "c"].map((Id) => ({ Id, MessageBody: Id }))
      await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))
      await expect.poll(() => queues.counts()).toEqual(empty)
      const [, , , ...rest] = arrived.splice(0)
      return rest.sort()
    }
    const failed = (...ids: unknown[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) })
    expect(await again(() => undefined)).toEqual([])
    expect(await again(() => ({ batchItemFailures: null }))).toEqual([])
    expect(await again((records) => failed(records.find(({ body }) => body === "b")?.messageId))).toEqual(["b"])
    for (const report of [failed(""), failed("another"), failed(null), { batchItemFailures: "all" }])
      expect(await again(() => report)).toEqual(["a", "b", "c"])
  })

  test("runs five times at once and no more", async () => {
    const { arrive, next, ...recorded } = recorder()
    const end = Promise.withResolvers<void>()
    const handler: Handler = async (event) => {
      arrive(event)
      await end.promise
    }
    const { send, queues, lambda } = await openQueue({ handler })
    await Promise.all(Array.from({ length: 8 }, (_, at) => send(String(at))))
    for (let at = 0; at < 5; at++) await next()
    expect(recorded.unread).toBe(0)
    expect(lambda.invocations["F"]).toBe(5)
    end.resolve()
    for (let at = 0; at < 3; at++) await next()
    await expect.poll(() => queues.counts()).toEqual(empty)
  })

  test("does not meet its own message again while it works on it, however far the clock moves", async () => {
    const { arrive, next } = recorder()
    const end = Promise.withResolvers<void>()
    const handler: Handler = async (event) => {
      arrive(event)
      await end.promise
    }
    const { send, queues, clock, lambda } = await openQueue({ handler })
    await send("one")
    await next()
    clock.advance(3_600_000)
    await send("another")
    await next()
    expect(lambda.invocations["F"]).toBe(2)
    end.resolve()
    await expect.poll(() => queues.counts()).toEqual(empty)
    expect(lambda.invocations["F"]).toBe(2)
  })

  test("is not called any more once stopped, and the stop does not wait for a poll", async () => {
    const { arrive, next } = recorder()
    const { send, queues } = await openQueue({ handler: arrive })
    await send("first")
    await next()
    const startedAt = performance.now()
    await Promise.all(
      open
        .splice(0)
        .reverse()
        .map((close) => close()),
    )
    expect(performance.now() - startedAt).toBeLessThan(5_000) // a poll takes 20 s
    await expect(send("late")).rejects.toThrow()
    expect(await queues.receive("Q", 1)).toBeUndefined()
  })
})
