import { senderOf } from "../../sender.ts"
import { ACCOUNT } from "../arn.ts"
import type { Plan } from "../plan.ts"
import { asked, refusesClear, statements } from "./policy.ts"
import { at, every, list, ofType, type Rule, text } from "./rule.ts"

const TOPICS: Record<string, string> = {
  DeliveriesTopic: "DELIVERY",
  BouncesTopic: "BOUNCE",
  ComplaintsTopic: "COMPLAINT",
}

const sets = (plan: Plan) => ofType(plan, "aws:sesv2/configurationSet:ConfigurationSet")

export const mailRules: Rule[] = [
  every(
    "mails go over TLS alone, follow nobody, and spare whom they bounced from",
    "aws:sesv2/configurationSet:ConfigurationSet",
    ({ inputs }) => [
      text(inputs, "deliveryOptions.tlsPolicy") !== "REQUIRE" && "sends in clear to whoever has no TLS",
      at(inputs, "trackingOptions") !== undefined && "follows clicks",
      text(inputs, "vdmOptions.dashboardOptions.engagementMetrics") !== "DISABLED" && "follows opens and clicks",
      at(inputs, "reputationOptions.reputationMetricsEnabled") !== true && "does not measure its reputation",
      list(inputs, "suppressionOptions.suppressedReasons").toSorted().join() !== "BOUNCE,COMPLAINT" &&
        "writes again to those who complained",
    ],
  ),
  {
    promise: "deliveries, bounces and complaints are told, each to its topic, and nothing else",
    *faults(plan) {
      const told = ofType(plan, "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination").filter(
        ({ inputs }) => at(inputs, "eventDestination.enabled") === true,
      )
      const topics = ofType(plan, "aws:sns/topic:Topic")
      for (const [name, event] of Object.entries(TOPICS)) {
        const arn = topics.find((one) => one.name === name)?.arn
        const isTold = told.some(
          ({ inputs }) =>
            list(inputs, "eventDestination.matchingEventTypes").includes(event) &&
            text(inputs, "eventDestination.snsDestination.topicArn") === arn,
        )
        if (!isTold) yield { where: name, what: `is not told of a ${event.toLowerCase()}` }
      }
      const events = Object.values(TOPICS)
      for (const { name, inputs } of told)
        for (const event of list(inputs, "eventDestination.matchingEventTypes"))
          if (!events.includes(String(event))) yield { where: name, what: `asks for ${event}` }
      for (const { name } of topics) if (!(name in TOPICS)) yield { where: name, what: "is told of nothing" }
    },
  },
  every("topics speak TLS only", "aws:sns/topic:Topic", ({ arn }, plan) => [
    !refusesClear(plan, policiesOf(plan, arn), ["sns:Publish", "sns:Subscribe"]) && "takes requests without TLS",
  ]),
  every("topics take from SES about this stage's mails only", "aws:sns/topic:Topic", ({ arn }, plan) => {
    const names = policiesOf(plan, arn).map(({ name }) => name)
    const allowing = statements(plan).filter(({ where, effect }) => names.includes(where) && effect === "Allow")
    const own = sets(plan).map((set) => set.arn)
    return [
      allowing.length === 0 && "takes from nobody",
      ...allowing.flatMap((one) => [
        one.principals.join() !== "Service:ses.amazonaws.com" && `takes from ${one.principals.join()}`,
        one.actions.join() !== "sns:Publish" && `allows ${one.actions.join()}`,
        asked(one, "aws:SourceAccount").join() !== ACCOUNT && "takes from SES of any account",
        !own.includes(asked(one, "aws:SourceArn").join()) && "takes from SES about any mail",
      ]),
    ]
  }),
  every("SES and SNS can seal what they tell", "aws:sns/topic:Topic", ({ inputs }, plan) => {
    const key = plan.resources.find(({ arn }) => arn && arn === text(inputs, "kmsMasterKeyId"))
    const can = (service: string) =>
      ["kms:GenerateDataKey", "kms:Decrypt"].every((action) =>
        statements(plan).some(
          (one) =>
            one.where === key?.name &&
            one.principals.includes(`Service:${service}.amazonaws.com`) &&
            one.actions.includes(action),
        ),
      )
    return [
      !can("ses") && "cannot be told anything: its key is closed to SES",
      !can("sns") && "loses what it cannot bring",
    ]
  }),
  {
    promise: "mail is sent as the stage's own sender alone",
    *faults(plan) {
      const address = senderOf(fromOf(plan), undefined).address
      const identities = ofType(plan, "aws:sesv2/emailIdentity:EmailIdentity")
      for (const { name, inputs } of identities) {
        const identity = text(inputs, "emailIdentity")
        if (identity !== address && !address.toLowerCase().endsWith(`@${identity}`))
          yield { where: name, what: `is not ${address}` }
      }
      const own = [...identities, ...sets(plan)].map(({ arn }) => arn)
      for (const one of statements(plan)) {
        if (one.kind !== "identity" || !one.actions.some((action) => action.startsWith("ses:"))) continue
        const other = one.resources.filter((resource) => !own.includes(resource))
        if (other.length > 0) yield { where: one.where, what: `sends by ${other.join()}` }
        if (asked(one, "ses:FromAddress").join() !== address) yield { where: one.where, what: "sends as anybody" }
      }
    },
  },
  every(
    "a domain that mails come from says how to tell them",
    "aws:sesv2/emailIdentity:EmailIdentity",
    ({ inputs }, plan) => {
      const domain = text(inputs, "emailIdentity")
      if (domain.includes("@")) return []
      const records = ofType(plan, "aws:route53/record:Record").map((one) => one.inputs)
      const has = (type: string, name: string, start: RegExp) =>
        records.some(
          (one) => text(one, "type") === type && text(one, "name") === name && start.test(list(one, "records").join()),
        )
      const signatures = records.filter((one) => text(one, "name").endsWith(`._domainkey.${domain}`))
      const bounces = ofType(plan, "aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes")
      return [
        signatures.length !== 3 && "has no three keys of its signature",
        !has("TXT", `_dmarc.${domain}`, /^v=DMARC1; p=(quarantine|reject)/) && "does not say what to do with forgeries",
        ...bounces
          .map((one) => text(one.inputs, "mailFromDomain"))
          .flatMap((name) => [
            !has("MX", name, /^10 feedback-smtp\./) && "has nowhere for bounces",
            !has("TXT", name, /^v=spf1 include:amazonses\.com -all$/) && "does not say who sends for it",
          ]),
      ]
    },
  ),
]

const policiesOf = (plan: Plan, topic: string | undefined) =>
  ofType(plan, "aws:sns/topicPolicy:TopicPolicy").filter(({ inputs }) => text(inputs, "arn") === topic)

/** What functions are told about it. */
const fromOf = (plan: Plan) => {
  const [fn] = ofType(plan, "aws:lambda/function:Function")
  return text(fn?.inputs, "environment.variables.MAIL_FROM")
}
