import type { Plan, Resource } from "./plan.ts"
import { label, named } from "./rights.ts"
import { at, list, ofType, text } from "./rules/rule.ts"

/** How people say when the clock calls. */
const WHEN: Record<string, string> = {
  "rate(1 minute)": "every minute",
  "cron(0 2 * * ? *)": "every night at 02:00 UTC",
}

export function schedule({ inputs }: Resource, plan: Plan): string {
  const expression = text(inputs, "scheduleExpression")
  return `calls ${named(plan, text(inputs, "target.arn"))} ${WHEN[expression] ?? `at ${expression}`}`
}

export function queue(resource: Resource, plan: Plan): string {
  const { inputs, arn } = resource
  const redrive: unknown = JSON.parse(text(inputs, "redrivePolicy") || "{}")
  const aside = text(redrive, "deadLetterTargetArn")
  const takers = ofType(plan, "aws:lambda/eventSourceMapping:EventSourceMapping")
    .filter((one) => text(one.inputs, "eventSourceArn") === arn)
    .map((one) => named(plan, text(one.inputs, "functionName")))
  const properties = [
    ...(takers.length > 0 ? [`for ${takers.join(", ")}`] : []),
    ...(aside === "" ? [] : [`after ${at(redrive, "maxReceiveCount")} tries to ${named(plan, aside)}`]),
    ...(aside === "" ? [`keeps ${Number(at(inputs, "messageRetentionSeconds") ?? 345_600) / 86_400} days`] : []),
  ]
  return `${label(resource)} (${properties.join(", ")})`
}

export function topic(resource: Resource, plan: Plan): string {
  const hearers = ofType(plan, "aws:sns/topicSubscription:TopicSubscription")
    .filter(({ inputs }) => text(inputs, "topic") === resource.arn)
    .map(({ inputs }) => named(plan, text(inputs, "endpoint")))
  return `${label(resource)} for ${hearers.join(", ") || "nobody"}`
}

/** Who mails come from, and how AWS knows that they may. */
export function sender({ inputs }: Resource, plan: Plan): string {
  const [fn] = ofType(plan, "aws:lambda/function:Function")
  const identity = text(inputs, "emailIdentity")
  const proof = identity.includes("@")
    ? "AWS asks that address to confirm"
    : `signed for ${identity}, with its records in DNS`
  return `mails come from ${text(fn?.inputs, "environment.variables.MAIL_FROM")} (${proof})`
}

export function configuration({ inputs }: Resource, plan: Plan): string {
  const told = ofType(plan, "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination")
    .flatMap((one) => list(one.inputs, "eventDestination.matchingEventTypes"))
    .map((event) => String(event).toLowerCase())
  const isTls = text(inputs, "deliveryOptions.tlsPolicy") === "REQUIRE"
  return `they go ${isTls ? "over TLS only" : "in clear too"}; we are told of each ${told.toSorted().join(", ")}`
}
