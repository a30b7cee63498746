import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs"

/** As many as SQS gives and takes at once. */
const BATCH = 10

/** How long what was received is hidden from others who move it too; longer than a batch takes. */
const HIDDEN_SECONDS = 60

/**
 * Puts what was laid aside back where it came from, until nothing is left that can be seen. Returns how many. One that is in both places
 * when this is interrupted is done once all the same: the outbox decides, not the message. The queues are given by their URLs.
 */
export async function moveBack(sqs: SQSClient, { from, to }: { from: string; to: string }): Promise<number> {
  let moved = 0
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: from,
        MaxNumberOfMessages: BATCH,
        VisibilityTimeout: HIDDEN_SECONDS,
        WaitTimeSeconds: 1, // asks all of SQS's servers, not some
      }),
    )
    if (Messages.length === 0) return moved
    const entries = Messages.map(({ Body, ReceiptHandle }, index) => ({ Id: String(index), Body, ReceiptHandle }))
    const { Successful = [] } = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: to,
        Entries: entries.map(({ Id, Body }) => ({ Id, MessageBody: Body })),
      }),
    )
    const taken = entries.filter(({ Id }) => Successful.some((one) => one.Id === Id))
    if (taken.length === 0) throw new Error("the queue takes nothing back")
    await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl: from,
        Entries: taken.map(({ Id, ReceiptHandle }) => ({ Id, ReceiptHandle })),
      }),
    )
    moved += taken.length
  }
}
