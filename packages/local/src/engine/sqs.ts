import type { QueueDefinition } from "@spec-wizard/infra/functions"
import * as z from "zod/mini"
import type { Ask } from "../access.ts"
import { arn } from "../arn.ts"
import { type Answer, type Call, type HostedService, ServiceError, textOf } from "../gateway/hosted-service.ts"
import { OnDemand } from "./on-demand.ts"

/** Of a message, as SQS hands it out. */
const Message = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  MD5OfBody: z.string(),
  Attributes: z.looseObject({ ApproximateReceiveCount: z.string() }),
})
export type Message = z.infer<typeof Message>

const Received = z.object({ Messages: z.optional(z.array(Message)) })

const Counts = z.array(
  z.object({
    name: z.string(),
    approximateMessageCount: z.number(),
    approximateInflightCount: z.number(),
    approximateDelayedCount: z.number(),
  }),
)

const TYPE = "application/x-amz-json-1.0"
/** The longest that SQS lets a receiver wait. */
const POLL_SECONDS = 20
const MAX_BYTES = 1024 * 1024
const SENDING = /^SendMessage(Batch)?$/

const deadLetters = (queue: string) => `${queue}DeadLetters`

/** What calls pass into: an answer as SQS gives it. */
type Engine = {
  call(action: string, body: string | Buffer): Promise<Answer>
  counts(): Promise<unknown>
  close(): Promise<void>
}

export type QueueCounts = { messages: number; deadLetters: number }

/**
 * SQS in this process' memory: fauxqs, without a port of its own. What is in the queues ends with the process; the outbox knows what is
 * not done. Visibility timeouts pass by the movable clock.
 */
export class Queues {
  readonly #queues: Record<string, QueueDefinition>
  readonly #engine: OnDemand<Engine>
  #stopped = false

  readonly service: HostedService

  constructor(queues: Record<string, QueueDefinition>) {
    this.#queues = queues
    this.#engine = new OnDemand(
      () => open(queues),
      (engine) => engine.close(),
    )
    this.service = {
      maxBytes: 2 * MAX_BYTES, // a message of quotes is twice as long as JSON
      tooLarge: new ServiceError(400, "InvalidParameterValue", `Message must be shorter than ${MAX_BYTES} bytes.`),
      asks: (call) => [askOf(call)],
      answer: async ({ action, body }) => (await this.#engine.get()).call(action, body),
    }
  }

  /** Waits for messages, some seconds at most; undefined when there will be no more. */
  async receive(queue: string, atMost: number): Promise<Message[] | undefined> {
    const engine = await this.#engine.opened
    const question = {
      MaxNumberOfMessages: atMost,
      WaitTimeSeconds: POLL_SECONDS,
      MessageSystemAttributeNames: ["All"],
    }
    const answer = this.#stopped ? undefined : await this.#call(engine, "ReceiveMessage", queue, question)
    return this.#stopped ? undefined : (Received.parse(answer).Messages ?? [])
  }

  async remove(queue: string, { ReceiptHandle }: Message): Promise<void> {
    await this.#call(await this.#engine.opened, "DeleteMessage", queue, { ReceiptHandle })
  }

  /** Lets a message be received again so much later; one that can be already, stays as it is. */
  async putBack(queue: string, { ReceiptHandle }: Message, afterSeconds: number): Promise<void> {
    const change = { QueueUrl: queue, ReceiptHandle, VisibilityTimeout: afterSeconds }
    const engine = await this.#engine.opened
    if (!this.#stopped) await engine.call("ChangeMessageVisibility", JSON.stringify(change))
  }

  /** What is in the queues, visible or not, and beside them. */
  async counts(): Promise<Record<string, QueueCounts>> {
    const counts = Counts.parse(await (await this.#engine.get()).counts())
    const of = (name: string) => {
      const found = counts.find((queue) => queue.name === name)
      if (!found) return 0
      return found.approximateMessageCount + found.approximateInflightCount + found.approximateDelayedCount
    }
    return Object.fromEntries(
      Object.keys(this.#queues).map((name) => [name, { messages: of(name), deadLetters: of(deadLetters(name)) }]),
    )
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.#engine.stop()
  }

  async #call(engine: Engine, action: string, queue: string, parameters: object): Promise<unknown> {
    if (this.#stopped) return {}
    const { status, body } = await engine.call(action, JSON.stringify({ QueueUrl: queue, ...parameters }))
    if (status !== 200) throw new Error(`${action} was refused: ${status}`)
    return JSON.parse(body)
  }
}

async function open(queues: Record<string, QueueDefinition>): Promise<Engine> {
  const { buildApp } = await import("fauxqs") // slow to load
  const app = buildApp({ logger: false })
  const call = async (action: string, body: string | Buffer) => {
    const headers = { "content-type": TYPE, "x-amz-target": `AmazonSQS.${action}` }
    const answer = await app.inject({ method: "POST", url: "/", headers, payload: body })
    return { status: answer.statusCode, type: TYPE, body: answer.body }
  }
  const create = async (QueueName: string, Attributes: Record<string, string>) => {
    const { status } = await call("CreateQueue", JSON.stringify({ QueueName, Attributes }))
    if (status !== 200) throw new Error(`The queue ${QueueName} could not be made.`)
  }
  for (const [name, { visibilitySeconds, maxReceives }] of Object.entries(queues)) {
    await create(deadLetters(name), {})
    const redrive = { deadLetterTargetArn: arn("sqs", deadLetters(name)), maxReceiveCount: maxReceives }
    await create(name, { VisibilityTimeout: String(visibilitySeconds), RedrivePolicy: JSON.stringify(redrive) })
  }
  return {
    call,
    counts: async () => (await app.inject("/_fauxqs/queues")).json(),
    close: async () => void (await app.close()), // ends every wait for messages
  }
}

/** A batch needs the right to send; receiving and deleting is Lambda's, for a function that is subscribed. */
function askOf(call: Call): Ask {
  const queue = textOf(call, "QueueUrl")?.split("/").at(-1)
  const isSending = SENDING.test(call.action)
  return {
    action: isSending ? "sqs:SendMessage" : `sqs:${call.action}`,
    resource: queue ?? "queue",
    isGranted({ enqueue = [] }) {
      const granted: readonly string[] = enqueue
      return isSending && queue !== undefined && granted.includes(queue)
    },
  }
}
