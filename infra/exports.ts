import { functions, queues } from "./functions.ts"
import { arnOf, lambda } from "./lambda.ts"
import { queue } from "./queue.ts"
import { topic, undelivered } from "./topic.ts"

/** Makes the files; started by Export, which counts how often. */
lambda("Render")

takes("Mail")
takes("Erase")
takes("Export")
hears("MailEvents")

/** Each message to the function. It says which of them it failed with, and those alone come again. */
function takes(name: "Mail" | "Erase" | "Export") {
  const from = functions[name].queue
  const { batchSize, maxConcurrency } = queues[from]
  queue[from].subscribe(arnOf(lambda(name)), {
    batch: { size: batchSize, partialResponses: true },
    transform: {
      eventSourceMapping: (args) => {
        args.scalingConfig = { maximumConcurrency: maxConcurrency }
      },
    },
  })
}

/** What SES tells of mails to the function. */
function hears(name: "MailEvents") {
  const subscriber = arnOf(lambda(name))
  for (const from of functions[name].topics)
    topic[from].subscribe(name, subscriber, {
      transform: {
        subscription: (args) => {
          args.redrivePolicy = $jsonStringify({ deadLetterTargetArn: undelivered.arn })
        },
      },
    })
}
