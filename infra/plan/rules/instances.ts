import { type Definition, functions } from "../../functions.ts"
import type { Plan, Resource } from "../plan.ts"
import { at, ofType, type Rule, text } from "./rule.ts"

/** Stages whose visitors are many; the others get what the account has. */
const HELD = ["staging", "production"]

export const instances: Rule[] = [
  {
    promise: "replies alone are held to a number at once, so that the other functions always may run",
    *faults(plan) {
      for (const { name, inputs } of ofType(plan, "aws:lambda/function:Function")) {
        const most = at(inputs, "reservedConcurrentExecutions")
        const isHeld = typeof most === "number"
        if (name === "ReplyFunction" && !isHeld && HELD.includes(plan.stage))
          yield { where: name, what: "takes whatever the account may run" }
        if (name !== "ReplyFunction" && isHeld) yield { where: name, what: `is held to ${most} at once` }
      }
    },
  },
  {
    promise: "what is kept ready is deployed code, is what others call, and is called as functions.ts says",
    *faults(plan) {
      for (const { name, inputs } of ofType(
        plan,
        "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
      )) {
        const alias = ofType(plan, "aws:lambda/alias:Alias").find(
          (one) => text(one.inputs, "name") === text(inputs, "qualifier"),
        )
        if (!alias) yield { where: name, what: "belongs to no alias" }
        else for (const what of wrong(plan, alias)) if (what) yield { where: alias.name, what }
      }
    },
  },
]

function wrong(plan: Plan, { arn = "", name, inputs }: Resource): (string | false)[] {
  const callee = name.replace(/Warm$/, "")
  const { asynchronous }: Definition = functions[callee as keyof typeof functions] // whose alias is called so
  const callers = Object.entries(functions).filter(([, { linked }]) => (linked as readonly string[]).includes(callee)) // names of links
  const config = ofType(plan, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").find(
    (one) => text(one.inputs, "qualifier") === text(inputs, "name"),
  )?.inputs
  return [
    text(inputs, "functionVersion") === "$LATEST" && "stands for no version",
    ...callers.map(
      ([caller]) => plan.functions[caller]?.resources[callee]?.["name"] !== arn && `is not what ${caller} calls`,
    ),
    at(config, "maximumRetryAttempts") !== asynchronous?.retries && "is tried again by Lambda",
    at(config, "maximumEventAgeInSeconds") !== asynchronous?.maxEventAgeSeconds && "may start much later",
  ]
}
