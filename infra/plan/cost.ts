import type { Plan, Resource } from "./plan.ts"
import { at, list } from "./rules/rule.ts"

/** Something that is billed by the month or the hour, used or not. */
export type Cost = { what: string; count: number; usdMonthly: number }

/** When the prices below were AWS's list prices in us-east-1, in USD, without any free tier; other regions differ by some percent. */
export const PRICED = "early 2026"

/** As AWS counts a month. */
const HOURS = 730

/** Per month and thing. */
const MONTHLY: Record<string, { usd: number; what: string }> = {
  /** And 1 USD more after its first and its second yearly rotation. @see https://aws.amazon.com/kms/pricing/ */
  "aws:kms/key:Key": { usd: 1, what: "KMS keys" },
  /** @see https://aws.amazon.com/secrets-manager/pricing/ */
  "aws:secretsmanager/secret:Secret": { usd: 0.4, what: "secrets" },
  /** @see https://aws.amazon.com/cloudwatch/pricing/ */
  "aws:cloudwatch/metricAlarm:MetricAlarm": { usd: 0.1, what: "alarms" },
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": { usd: 0.5, what: "composite alarms" },
  "aws:cloudwatch/dashboard:Dashboard": { usd: 3, what: "dashboards" },
  /** @see https://aws.amazon.com/route53/pricing/ */
  "aws:route53/zone:Zone": { usd: 0.5, what: "hosted zones" },
  /** @see https://aws.amazon.com/vpc/pricing/ */
  "aws:ec2/natGateway:NatGateway": { usd: 0.045 * HOURS, what: "NAT gateways" },
  "aws:ec2/eip:Eip": { usd: 0.005 * HOURS, what: "public addresses" },
}

/** Billed too, by sizes that this page does not know. */
const UNPRICED = /^aws:(docdb|ec2\/instance|ecs|efs|elasticache|kinesis|lb|mq|msk|opensearch|rds|redshift)/

export function fixedCosts(plan: Plan): Cost[] {
  const made = (type: string) => plan.resources.filter((resource) => resource.type === type)
  const sum = (what: string, resources: Resource[], usd: (resource: Resource) => number): Cost => ({
    what,
    count: resources.length,
    usdMonthly: resources.reduce((total, resource) => total + usd(resource), 0),
  })
  return [
    ...Object.entries(MONTHLY).map(([type, { usd, what }]) => sum(what, made(type), () => usd)),
    sum("tables with provisioned capacity", made("aws:dynamodb/table:Table").filter(isProvisioned), capacity),
    sum(
      "functions with provisioned concurrency",
      made("aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig"),
      (config) => concurrency(plan, config),
    ),
    sum("interface endpoints", made("aws:ec2/vpcEndpoint:VpcEndpoint"), endpoint),
    sum("firewalls (WAF)", made("aws:wafv2/webAcl:WebAcl"), firewall),
  ].filter(({ count }) => count > 0)
}

/** Types that are billed while they stand and that are not counted. */
export const unpriced = (plan: Plan): string[] => [
  ...new Set(plan.resources.map(({ type }) => type).filter((type) => UNPRICED.test(type))),
]

const isProvisioned = ({ inputs }: Resource) => inputs["billingMode"] === "PROVISIONED"

/** Of the table and its indexes, before it scales. @see https://aws.amazon.com/dynamodb/pricing/provisioned/ */
function capacity({ inputs }: Resource): number {
  const units = [inputs, ...list(inputs, "globalSecondaryIndexes")]
  const hourly = units.reduce<number>(
    (total, each) => total + number(each, "readCapacity") * 0.00013 + number(each, "writeCapacity") * 0.00065,
    0,
  )
  return hourly * HOURS
}

/** @see https://aws.amazon.com/lambda/pricing/ */
function concurrency(plan: Plan, { inputs }: Resource): number {
  const fn = plan.resources.find(({ id }) => id === inputs["functionName"])?.inputs
  const usdPerGbSecond = list(fn, "architectures").includes("arm64") ? 0.0000033334 : 0.0000041667
  return (
    (number(fn, "memorySize") / 1024) *
    number(inputs, "provisionedConcurrentExecutions") *
    usdPerGbSecond *
    HOURS *
    3600
  )
}

/** One in each subnet; those of gateway type are free. @see https://aws.amazon.com/privatelink/pricing/ */
const endpoint = ({ inputs }: Resource) =>
  at(inputs, "vpcEndpointType") === "Interface" ? list(inputs, "subnetIds").length * 0.01 * HOURS : 0

/** @see https://aws.amazon.com/waf/pricing/ */
const firewall = ({ inputs }: Resource) => 5 + list(inputs, "rules").length

const number = (from: unknown, path: string) => Number(at(from, path) ?? 0)
