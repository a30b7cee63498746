import type { Plan, Resource } from "./plan.ts"
import { label } from "./rights.ts"
import { at, list, text } from "./rules/rule.ts"
import { configuration, queue, schedule, sender, topic } from "./words.ts"

/** Service, how many resources, and what is worth a word: a row each, in the order in which a reader asks. */
export function inventory(plan: Plan): string[][] {
  const made = plan.resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"))
  const services = [...new Set(made.map(serviceOf))].sort((one, other) => order(one) - order(other))
  return services.map((service) => {
    const own = made.filter((resource) => serviceOf(resource) === service)
    return [service, String(own.length), words(own, plan).join(" · ")]
  })
}

/** By the second word of the type; what stands nowhere here goes by that word itself, after the others. */
const SERVICES: Record<string, string> = {
  dynamodb: "DynamoDB",
  appautoscaling: "Auto Scaling",
  apigatewayv2: "API Gateway",
  apigateway: "API Gateway",
  lambda: "Lambda",
  scheduler: "Scheduler",
  sqs: "SQS",
  sns: "SNS",
  s3: "S3",
  cloudfront: "CloudFront",
  acm: "Certificates",
  route53: "Route 53",
  sesv2: "SES",
  kms: "KMS",
  secretsmanager: "Secrets",
  iam: "IAM",
  cloudwatch: "CloudWatch",
  budgets: "Budgets",
  cloudtrail: "CloudTrail",
  wafv2: "WAF",
  ec2: "Network",
  dynamic: "SST",
}
const ORDER = Object.values(SERVICES)

function serviceOf({ type }: Resource): string {
  const [provider, module = ""] = type.split(":")
  const word = module.split("/")[0] ?? ""
  return SERVICES[word] ?? (provider === "aws" ? word : `${provider} provider`)
}

const order = (service: string) => (ORDER.includes(service) ? ORDER.indexOf(service) : ORDER.length)

function words(resources: Resource[], plan: Plan): string[] {
  const types = [...new Set(resources.map(({ type }) => type))].sort((one, other) => weight(one) - weight(other))
  return types.flatMap((type) => {
    const own = resources.filter((resource) => resource.type === type)
    return WORDS[type]?.(own, plan) ?? [counted(own.length, kindOf(type))]
  })
}

const weight = (type: string) => (type in WORDS ? Object.keys(WORDS).indexOf(type) : Object.keys(WORDS).length)

/** `aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy` → `response headers policy` */
const kindOf = (type: string) =>
  (type.split(":")[2] ?? type)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/v2$/, "")
    .toLowerCase()

const counted = (count: number, kind: string) => (count === 1 ? kind : `${count} ${plural(kind)}`)

const plural = (kind: string) => {
  if (kind.endsWith("controls")) return kind
  return /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}${kind.endsWith("s") ? "es" : "s"}`
}

const named = (resources: Resource[]) => resources.map(label).join(", ")

/** Where the number and the kind do not say enough. */
const WORDS: Record<string, (resources: Resource[], plan: Plan) => string[]> = {
  "aws:dynamodb/table:Table": (tables) => tables.map(table),
  "aws:appautoscaling/target:Target": (targets) => targets.map(scaling),
  "aws:apigatewayv2/api:Api": (apis, plan) => apis.map((api) => gateway(api, plan)),
  "aws:apigatewayv2/route:Route": () => [],
  "aws:apigatewayv2/integration:Integration": () => [],
  "aws:lambda/function:Function": (all) => [`functions ${named(all)}`],
  "aws:scheduler/schedule:Schedule": (all, plan) => all.map((one) => schedule(one, plan)),
  "aws:s3/bucket:Bucket": (all) => [`bucket ${named(all)}`],
  "aws:s3/bucketObjectv2:BucketObjectv2": (all) => {
    const code = all.filter(({ inputs }) => text(inputs, "source.$asset").endsWith("/code.zip")).length
    return [
      ...(all.length > code ? [counted(all.length - code, "page file")] : []),
      ...(code > 0 ? [counted(code, "code zip")] : []),
    ]
  },
  "aws:cloudfront/distribution:Distribution": (all) => all.map(distribution),
  "aws:cloudfront/function:Function": (all) => [`at the edge ${named(all)}`],
  "aws:acm/certificate:Certificate": (all) => all.map(({ inputs }) => text(inputs, "domainName")),
  "aws:kms/key:Key": (all) => [`keys ${named(all)}`],
  "aws:secretsmanager/secret:Secret": (all) => [named(all)],
  "aws:cloudwatch/logGroup:LogGroup": retention,
  "aws:cloudwatch/metricAlarm:MetricAlarm": (all) => [`alarms ${named(all)}`],
  "aws:sqs/queue:Queue": (all, plan) => all.map((one) => queue(one, plan)),
  "aws:sns/topic:Topic": (all, plan) => all.map((one) => topic(one, plan)),
  "aws:sns/topicSubscription:TopicSubscription": () => [],
  "aws:sesv2/emailIdentity:EmailIdentity": (all, plan) => all.map((one) => sender(one, plan)),
  "aws:sesv2/configurationSet:ConfigurationSet": (all, plan) => all.map((one) => configuration(one, plan)),
  "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination": () => [],
  "pulumi-nodejs:dynamic:Resource": (all) => [...new Set(all.map(({ name }) => name.split(".").at(-1) ?? name))],
  "random:index/randomPassword:RandomPassword": (all) => [named(all)],
}

function table(resource: Resource): string {
  const { inputs } = resource
  const days = at(inputs, "pointInTimeRecovery.recoveryPeriodInDays") ?? 35
  const properties = [
    at(inputs, "billingMode") === "PROVISIONED"
      ? `provisioned ${at(inputs, "readCapacity")} read, ${at(inputs, "writeCapacity")} write`
      : "on demand",
    at(inputs, "pointInTimeRecovery.enabled") === true
      ? `recovery to any second of ${days} days`
      : "no point-in-time recovery",
    at(inputs, "deletionProtectionEnabled") === true ? "deletion protection" : "no deletion protection",
    ...(at(inputs, "streamEnabled") === true ? ["stream"] : []),
    ...list(inputs, "globalSecondaryIndexes").map((index) => `index ${text(index, "name")}`),
  ]
  return `table ${label(resource)} (${properties.join(", ")})`
}

/** `dynamodb:table:ReadCapacityUnits` → `table read 5–50` */
function scaling({ inputs }: Resource): string {
  const [, of = "", units = ""] = text(inputs, "scalableDimension").split(":")
  return `${of} ${units.replace("CapacityUnits", "").toLowerCase()} ${at(inputs, "minCapacity")}–${at(inputs, "maxCapacity")}`
}

function gateway(api: Resource, plan: Plan): string {
  const routes = plan.resources
    .filter(({ type, inputs }) => type === "aws:apigatewayv2/route:Route" && inputs["apiId"] === api.id)
    .map(({ inputs }) => text(inputs, "routeKey"))
  const kind = text(api.inputs, "protocolType") === "WEBSOCKET" ? "sockets" : "HTTP"
  return `${label(api)} for ${kind} (${routes.toSorted().join(", ")})`
}

function distribution(resource: Resource): string {
  const { inputs } = resource
  const names = list(inputs, "aliases").join(", ")
  const paths = list(inputs, "orderedCacheBehaviors").map((behavior) => text(behavior, "pathPattern"))
  return `distribution ${label(resource)} (${[names || "CloudFront's own name, so TLS 1.0 too", ...paths].join(", ")})`
}

function retention(groups: Resource[]): string[] {
  const days = (group: Resource) => Number(group.inputs["retentionInDays"] ?? 0)
  return [...new Set(groups.map(days))].map((each) => {
    const names = named(groups.filter((group) => days(group) === each))
    return `logs kept ${each === 0 ? "for ever" : `${each} days`}: ${names}`
  })
}
