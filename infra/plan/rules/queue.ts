import { type Definition, functions, queues } from "../../functions.ts"
import type { Resource } from "../plan.ts"
import { refusesClear } from "./policy.ts"
import { at, every, ofType, type Rule, text } from "./rule.ts"

const FORTNIGHT_SECONDS = 14 * 24 * 3600

export const queueRules: Rule[] = [
  {
    promise: "queues are those of functions.ts; what fails five times is laid aside for 14 days",
    *faults(plan) {
      const planned = ofType(plan, "aws:sqs/queue:Queue")
      for (const [name, { visibilitySeconds, maxReceives }] of Object.entries(queues)) {
        const inputs = planned.find((one) => one.name === `${name}Queue`)?.inputs
        if (!inputs) yield { where: name, what: "is not planned" }
        const redrive: unknown = JSON.parse(text(inputs, "redrivePolicy") || "{}")
        const receives = Number(at(redrive, "maxReceiveCount") ?? 0)
        const aside = planned.find((one) => one.arn === text(redrive, "deadLetterTargetArn"))
        if (!aside) yield { where: name, what: "lays nothing aside" }
        if (receives !== maxReceives || receives < 1 || receives > 5)
          yield { where: name, what: `tries ${receives} times` }
        const seconds = at(inputs, "visibilityTimeoutSeconds")
        if (seconds !== visibilitySeconds) yield { where: name, what: `hides a message for ${seconds} s` }
        const takers = Object.entries<Definition>(functions).filter(([, { queue }]) => queue === name)
        for (const [taker, { timeoutSeconds }] of takers)
          if (Number(seconds) < timeoutSeconds)
            yield { where: name, what: `shows a message again while ${taker} works on it` }
      }
      for (const { name, inputs } of planned.filter(isAside))
        if (at(inputs, "messageRetentionSeconds") !== FORTNIGHT_SECONDS)
          yield { where: name, what: "does not keep 14 days" }
      for (const { name } of planned)
        if (!isAside({ name }) && !Object.keys(queues).some((own) => name === `${own}Queue`))
          yield { where: name, what: "stands nowhere in functions.ts" }
    },
  },
  every("queues speak TLS only", "aws:sqs/queue:Queue", ({ id }, plan) => {
    const policies = ofType(plan, "aws:sqs/queuePolicy:QueuePolicy").filter(
      (one) => text(one.inputs, "queueUrl") === id,
    )
    return [!refusesClear(plan, policies, ["sqs:*"]) && "takes requests without TLS"]
  }),
]

const isAside = ({ name }: Pick<Resource, "name">) => name.endsWith("DeadLettersQueue")
