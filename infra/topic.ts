import "./link.ts"
import { accountId } from "./account.ts"
import type { TopicName } from "./functions.ts"
import { dataKey } from "./key.ts"
import { configurationSet } from "./mail.ts"
import { deadLetters } from "./queue.ts"
import { tlsOnly } from "./tls-only.ts"

/** Where SES tells what became of a mail. */
export const topic: Record<TopicName, sst.aws.SnsTopic> = {
  Deliveries: make("Deliveries", "DELIVERY"),
  Bounces: make("Bounces", "BOUNCE"),
  Complaints: make("Complaints", "COMPLAINT"),
}

/** What a topic could not deliver to its function, or its function could not deal with. */
export const undelivered = deadLetters("MailEvents", (arn) => [
  {
    sid: "Topics",
    principals: [{ type: "Service", identifiers: ["sns.amazonaws.com"] }],
    actions: ["sqs:SendMessage"],
    resources: [arn],
    conditions: [{ test: "ArnEquals", variable: "aws:SourceArn", values: Object.values(topic).map(({ arn }) => arn) }],
  },
])

/** Sealed, over TLS alone, and nobody publishes there but SES about mails of this stage. */
function make(name: TopicName, event: "DELIVERY" | "BOUNCE" | "COMPLAINT") {
  const made = new sst.aws.SnsTopic(name, {
    transform: {
      topic: (args) => {
        args.kmsMasterKeyId = dataKey.arn
      },
    },
  })
  const fromSes = {
    sid: "Ses",
    principals: [{ type: "Service", identifiers: ["ses.amazonaws.com"] }],
    actions: ["sns:Publish"],
    resources: [made.arn],
    conditions: [
      { test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] },
      { test: "StringEquals", variable: "aws:SourceArn", values: [configurationSet.arn] },
    ],
  }
  const policy = new aws.sns.TopicPolicy(`${name}Policy`, {
    arn: made.arn,
    // SNS takes no `sns:*` in the policy of a topic.
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [fromSes, tlsOnly(["sns:Publish", "sns:Subscribe"], made.arn)],
    }).json,
  })
  new aws.sesv2.ConfigurationSetEventDestination(
    `${name}Events`,
    {
      configurationSetName: configurationSet.configurationSetName,
      eventDestinationName: name,
      eventDestination: {
        enabled: true,
        matchingEventTypes: [event],
        snsDestination: { topicArn: made.arn },
      },
    },
    { dependsOn: [policy] }, // SES tries at once
  )
  return made
}
