import { COUNTED } from "../../count-filter.ts"
import { type Definition, functions, queues, stream as reading } from "../../functions.ts"
import type { Plan } from "../plan.ts"
import { named } from "../rights.ts"
import { at, every, list, ofType, type Rule, text } from "./rule.ts"

const definitions: [string, Definition][] = Object.entries(functions)

/** A rule about what calls functions, in words: what functions.ts says is planned, and nothing beside. */
const exactly = (
  promise: string,
  said: (name: string, definition: Definition) => string[],
  planned: (plan: Plan) => string[],
): Rule => ({
  promise,
  *faults(plan) {
    const wanted = definitions.flatMap(([name, definition]) => said(name, definition))
    const found = planned(plan)
    for (const one of wanted) if (!found.includes(one)) yield { where: "functions.ts", what: `says that ${one}` }
    for (const one of found) if (!wanted.includes(one)) yield { where: "nobody", what: `says that ${one}` }
    if (new Set(found).size < found.length) yield { where: "functions.ts", what: "says each thing once" }
  },
})

export const triggers: Rule[] = [
  exactly(
    "functions are called by the clock as functions.ts says",
    (name, { schedule }) => (schedule ? [`${name} is called at ${schedule}, UTC`] : []),
    (plan) =>
      ofType(plan, "aws:scheduler/schedule:Schedule")
        .filter(({ inputs }) => text(inputs, "state") === "ENABLED")
        .map(({ inputs }) => {
          const [when, zone] = [text(inputs, "scheduleExpression"), text(inputs, "scheduleExpressionTimezone")]
          return `${named(plan, text(inputs, "target.arn"))} is called at ${when}, ${zone}`
        }),
  ),
  exactly(
    "each queue has its function, the table's stream has its own, and nobody else takes from them",
    (name, { queue, stream }) => [
      ...(queue ? [`${name} takes from ${queue}`] : []),
      ...(stream ? [`${name} takes from Table's stream`] : []),
    ],
    (plan) =>
      ofType(plan, "aws:lambda/eventSourceMapping:EventSourceMapping").map(
        ({ inputs }) =>
          `${named(plan, text(inputs, "functionName"))} takes from ${named(plan, text(inputs, "eventSourceArn"))}`,
      ),
  ),
  exactly(
    "each topic has its function, and nobody else hears of it",
    (name, { topics = [] }) => topics.map((topic) => `${name} hears of ${topic}`),
    (plan) =>
      ofType(plan, "aws:sns/topicSubscription:TopicSubscription").map(
        ({ inputs }) => `${named(plan, text(inputs, "endpoint"))} hears of ${named(plan, text(inputs, "topic"))}`,
      ),
  ),
  every(
    "of what a function takes, those messages come again that it failed with",
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    ({ inputs }, plan) => {
      if (isStream(inputs)) return []
      const { batchSize, maxConcurrency } =
        queues[named(plan, text(inputs, "eventSourceArn")) as keyof typeof queues] ?? {}
      return [
        !list(inputs, "functionResponseTypes").includes("ReportBatchItemFailures") && "brings all of a batch again",
        at(inputs, "batchSize") !== batchSize && `takes ${at(inputs, "batchSize")} at once`,
        at(inputs, "scalingConfig.maximumConcurrency") !== maxConcurrency &&
          "takes more at once than functions.ts says",
      ]
    },
  ),
  every(
    "what is counted comes in order and in time; what nobody can count holds nobody up, and is laid aside",
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    ({ inputs }, plan) => {
      if (!isStream(inputs)) return []
      const filters = list(inputs, "filterCriteria.filters").map((one) => text(one, "pattern"))
      return [
        at(inputs, "batchSize") !== reading.batchSize && `takes ${at(inputs, "batchSize")} at once`,
        at(inputs, "maximumBatchingWindowInSeconds") !== reading.windowSeconds && "waits for more or less long",
        at(inputs, "maximumRetryAttempts") !== reading.retries && "is tried again for a day",
        at(inputs, "bisectBatchOnFunctionError") !== true && "lays a hundred changes aside for one",
        at(inputs, "parallelizationFactor") !== 1 && "counts a shard in several places at once",
        text(inputs, "startingPosition") !== "TRIM_HORIZON" && "misses what happened while it was made",
        !list(inputs, "functionResponseTypes").includes("ReportBatchItemFailures") && "brings all of a batch again",
        filters.join() !== COUNTED.map((one) => JSON.stringify(one)).join() && "brings what nobody counts",
        !named(plan, text(inputs, "destinationConfig.onFailure.destinationArn")).endsWith("DeadLetters") &&
          "loses what nobody can count",
      ]
    },
  ),
  {
    promise: "what a topic cannot bring to its function, or its function cannot deal with, is laid aside",
    *faults(plan) {
      const isAside = (arn: string) => named(plan, arn).endsWith("DeadLetters")
      for (const { name, inputs } of ofType(plan, "aws:sns/topicSubscription:TopicSubscription")) {
        const redrive: unknown = JSON.parse(text(inputs, "redrivePolicy") || "{}")
        if (!isAside(text(redrive, "deadLetterTargetArn"))) yield { where: name, what: "loses what it cannot bring" }
      }
      for (const [name] of definitions.filter(([, { topics }]) => topics)) {
        const config = ofType(plan, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").find(
          (one) => one.name === `${name}EventInvokeConfig`,
        )
        if (!isAside(text(config?.inputs, "destinationConfig.onFailure.destination")))
          yield { where: name, what: "loses what it cannot deal with" }
      }
    },
  },
  every(
    "nobody but our gateways and topics invokes functions",
    "aws:lambda/permission:Permission",
    ({ inputs }, plan) => {
      const by = text(inputs, "sourceArn")
      const heard = ofType(plan, "aws:sns/topicSubscription:TopicSubscription").map((one) => text(one.inputs, "topic"))
      const isGateway = text(inputs, "principal") === "apigateway.amazonaws.com" && by.includes(":execute-api:")
      return [!isGateway && !heard.includes(by) && `may be invoked by any ${text(inputs, "principal")}`]
    },
  ),
]

const isStream = (mapping: unknown) => text(mapping, "eventSourceArn").includes("/stream/")
