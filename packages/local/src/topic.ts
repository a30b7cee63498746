import { randomUUID } from "node:crypto"
import { iso } from "@spec-wizard/core/clock"
import type { TopicName } from "@spec-wizard/infra/functions"
import { arn } from "./arn.ts"
import type { SesEvent } from "./engine/ses-event.ts"
import { definitionOf, NAMES } from "./functions.ts"
import type { Lambda } from "./lambda.ts"

const TOPICS: Record<SesEvent["eventType"], TopicName> = {
  Delivery: "Deliveries",
  Bounce: "Bounces",
  Complaint: "Complaints",
}

/** SNS between SES and Lambda: starts every function that is subscribed to what happened. */
export function publish(lambda: Lambda, event: SesEvent): void {
  const topic = TOPICS[event.eventType]
  const notification = JSON.stringify(notificationOf(topic, JSON.stringify(event)))
  for (const name of NAMES) if (definitionOf(name).topics?.includes(topic)) lambda.enqueue(name, notification)
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
function notificationOf(topic: TopicName, message: string) {
  const topicArn = arn("sns", topic)
  return {
    Records: [
      {
        EventSource: "aws:sns",
        EventVersion: "1.0",
        EventSubscriptionArn: `${topicArn}:00000000-0000-0000-0000-000000000000`,
        Sns: {
          Type: "Notification",
          MessageId: randomUUID(),
          TopicArn: topicArn,
          Subject: "Amazon SES Email Event Notification",
          Message: message,
          Timestamp: iso(Date.now()),
          SignatureVersion: "1",
          Signature: "local",
          SigningCertUrl: "",
          UnsubscribeUrl: "",
          MessageAttributes: {},
        },
      },
    ],
  }
}
