import * as log from "@spec-wizard/core/log"
import type { QueueDefinition } from "@spec-wizard/infra/functions"
import * as z from "zod/mini"
import { arn } from "./arn.ts"
import type { Message, Queues } from "./engine/sqs.ts"
import type { Lambda, Outcome } from "./lambda.ts"

/** What a function may answer: the messages it could not deal with. */
const Report = z.object({
  batchItemFailures: z.nullish(z.array(z.object({ itemIdentifier: z.string().check(z.minLength(1)) }))),
})

/**
 * Lambda's event source mapping: a function is called with what arrives in a queue, and what it has dealt with is deleted there.
 * What it has not comes back after a second, then two, four …, where on AWS it would wait for its visibility timeout.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
export function subscribe(options: {
  queues: Queues
  queue: string
  definition: QueueDefinition
  lambda: Lambda
  functionName: string
}): { stop(): void } {
  const { queues, queue, definition, lambda, functionName } = options
  /** By message, whether it was dealt with: one that reappears while it still is must not be taken up beside itself. */
  const inHand = new Map<string, Promise<boolean>>()
  let stopped = false

  async function poll(): Promise<void> {
    while (!stopped) {
      const messages = await queues.receive(queue, definition.batchSize)
      if (!messages || stopped) return
      if (messages.length > 0) await deliver(messages)
    }
  }

  async function deliver(messages: Message[]): Promise<void> {
    const fresh = messages.filter(({ MessageId: id }) => !inHand.has(id))
    const outcome = fresh.length > 0 ? lambda.invoke(functionName, eventOf(queue, fresh)) : undefined
    for (const { MessageId: id } of fresh)
      inHand.set(id, outcome?.then((outcome) => !failuresOf(outcome, fresh).has(id)) ?? Promise.resolve(false))
    await Promise.all(messages.map(async (message) => settle(message, await inHand.get(message.MessageId))))
    for (const { MessageId: id } of fresh) inHand.delete(id)
  }

  async function settle(message: Message, isDone = false): Promise<void> {
    if (isDone) return await queues.remove(queue, message)
    const receives = Number(message.Attributes.ApproximateReceiveCount)
    log.warn("queue.message_failed", { queue: queue.toLowerCase(), receives })
    await queues.putBack(queue, message, Math.min(definition.visibilitySeconds, 2 ** (receives - 1)))
  }

  for (let poller = 0; poller < definition.maxConcurrency; poller++)
    poll().catch((error) => stopped || log.error("queue.unattended", { queue: queue.toLowerCase() }, error))
  return {
    stop() {
      stopped = true
    },
  }
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
const eventOf = (queue: string, messages: Message[]) => ({
  Records: messages.map((message) => ({
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes,
    messageAttributes: {},
    md5OfBody: message.MD5OfBody,
    eventSource: "aws:sqs",
    eventSourceARN: arn("sqs", queue),
    awsRegion: "us-east-1",
  })),
})

/**
 * Ids of what the function has not dealt with: all, when it failed or when its report cannot be read or names another message.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
function failuresOf(outcome: Outcome, messages: Message[]): Set<string> {
  const all = new Set(messages.map(({ MessageId: id }) => id))
  if (!outcome.ok) return all
  const answer: unknown = JSON.parse(outcome.payload)
  if (typeof answer !== "object" || answer === null) return new Set()
  const report = Report.safeParse(answer)
  if (!report.success) return all
  const failed = (report.data.batchItemFailures ?? []).map(({ itemIdentifier: id }) => id)
  return failed.every((id) => all.has(id)) ? new Set(failed) : all
}
