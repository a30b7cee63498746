import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs"
import * as z from "zod/mini"
import { type Enqueue, ID, type Task } from "./outbox.ts"

/** A queue's message: which entry of the outbox. */
export const Body = z.object({ outboxId: ID })

/** Each kind of work has its own, so that none waits behind another. */
export type QueueName = "mail" | "export" | "erasure"

const queueOf: Partial<Record<Task["kind"], QueueName>> = {
  erasure: "erasure",
  export: "export",
  print: "export",
}

/** `urls` name the queues. */
export function connect(urls: Record<QueueName, string>): Enqueue {
  const client = new SQSClient({
    useQueueUrlAsEndpoint: false, // else the queue's own address would win over the environment's
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
  })
  return async ({ id, task }) => {
    const body: z.infer<typeof Body> = { outboxId: id }
    const QueueUrl = urls[queueOf[task.kind] ?? "mail"]
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(body) }))
  }
}
