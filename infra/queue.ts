import "./link.ts"
import { type QueueName, queues } from "./functions.ts"
import { dataKey } from "./key.ts"
import { tlsOnly } from "./tls-only.ts"

/** The longest that SQS keeps anything. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
const LONGEST_SECONDS = 14 * 24 * 3600

type Statement = aws.types.input.iam.GetPolicyDocumentStatementArgs

/** Those of functions.ts, each with another for what its function could not deal with. */
export const queue: Record<QueueName, sst.aws.Queue> = {
  MailQueue: withDeadLetters("MailQueue"),
  EraseQueue: withDeadLetters("EraseQueue"),
  ExportQueue: withDeadLetters("ExportQueue"),
}

/** Where is laid aside what nobody could deal with, for somebody to look at. `senders`: services that put it there. */
export function deadLetters(name: string, senders: (arn: $util.Input<string>) => Statement[] = () => []) {
  return sealedQueue(`${name}DeadLetters`, { seconds: LONGEST_SECONDS }, senders)
}

function withDeadLetters(name: QueueName) {
  const { visibilitySeconds, maxReceives } = queues[name]
  const dlq = { queue: deadLetters(name).arn, retry: maxReceives }
  return sealedQueue(name, { dlq, visibilityTimeout: `${visibilitySeconds} seconds` })
}

/** Sealed, and closed to whoever comes without TLS. `seconds`: how long it keeps what nobody takes out; SQS's own are four days. */
function sealedQueue(
  name: string,
  { seconds, ...args }: { seconds?: number } & sst.aws.QueueArgs,
  senders: (arn: $util.Input<string>) => Statement[] = () => [],
) {
  const made = new sst.aws.Queue(name, {
    ...args,
    transform: {
      queue: (args) => {
        args.kmsMasterKeyId = dataKey.arn
        if (seconds) args.messageRetentionSeconds = seconds
      },
    },
  })
  const statements = [...senders(made.arn), tlsOnly(["sqs:*"], made.arn)]
  new aws.sqs.QueuePolicy(`${name}Policy`, {
    queueUrl: made.url,
    policy: aws.iam.getPolicyDocumentOutput({ statements }).json,
  })
  return made
}
