import { expect, test } from "vitest"
import { Lambda } from "../src/lambda.ts"
import { inProcess } from "../src/lambda-handler.ts"
import { publish } from "../src/topic.ts"

test("what SES tells reaches the function that is subscribed, as SNS wraps it", async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  const lambda = new Lambda({ MailEvents: { execute: inProcess(async () => resolve), timeoutMs: 1_000 } })
  const event = { eventType: "Bounce" as const, mail: { messageId: "0100-a" }, bounce: { bounceType: "Permanent" } }
  publish(lambda, event)
  const arn = "arn:aws:sns:us-east-1:000000000000:Bounces"
  expect(await promise).toEqual({
    Records: [
      {
        EventSource: "aws:sns",
        EventVersion: "1.0",
        EventSubscriptionArn: expect.stringMatching(new RegExp(`^${arn}:[0-9a-f-]{36}$`)),
        Sns: expect.objectContaining({
          Type: "Notification",
          MessageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          TopicArn: arn,
          Subject: "Amazon SES Email Event Notification",
          Message: JSON.stringify(event),
          Timestamp: expect.stringMatching(/Z$/),
          MessageAttributes: {},
        }),
      },
    ],
  })
})
