import { ACCOUNT, partitionOf } from "./arn.ts"
import type { Properties } from "./pulumi.ts"

/**
 * What a configuration may ask of AWS. Only what ours asks: another question is an error, for an answer that was made up could hide a
 * mistake.
 */
export function lookup(token: string, asked: Properties, region: string): Properties {
  switch (token) {
    case "aws:index/getRegion:getRegion": {
      const name = asked["region"] ?? region
      return { id: name, name, region: name, endpoint: `ec2.${name}.amazonaws.com`, description: name }
    }
    case "aws:index/getPartition:getPartition":
      return {
        id: partitionOf(region),
        partition: partitionOf(region),
        dnsSuffix: "amazonaws.com",
        reverseDnsPrefix: "com.amazonaws",
      }
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return {
        id: ACCOUNT,
        accountId: ACCOUNT,
        arn: `arn:${partitionOf(region)}:iam::${ACCOUNT}:user/planned`,
        userId: "PLANNED",
      }
    case "aws:index/getAvailabilityZones:getAvailabilityZones": {
      const names = ["a", "b", "c"].map((letter) => `${region}${letter}`)
      return { ...asked, id: region, names, zoneIds: names.map((name) => `${name}-id`) }
    }
    case "aws:iam/getPolicyDocument:getPolicyDocument":
      return policyDocument(asked)
    case "aws:cloudfront/getCachePolicy:getCachePolicy":
    case "aws:cloudfront/getOriginRequestPolicy:getOriginRequestPolicy":
    case "aws:cloudfront/getResponseHeadersPolicy:getResponseHeadersPolicy": {
      const id = asked["id"] ?? MANAGED[String(asked["name"])]
      if (id === undefined) throw new Error(`CloudFront has no managed policy "${asked["name"]}" that the plan knows`)
      return { ...asked, id }
    }
    default:
      throw new Error(`the plan has no answer to ${token}; give it one in infra/plan/lookups.ts`)
  }
}

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html and the pages beside it */
const MANAGED: Record<string, string> = {
  "Managed-CachingOptimized": "658327ea-f89d-4fab-a63d-7e88639e58f6",
  "Managed-CachingDisabled": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  "Managed-AllViewer": "216adef6-5c7f-47e4-b989-5492eafa07d3",
  "Managed-AllViewerExceptHostHeader": "b689b0a8-53d0-40ab-baf2-68738e2966ac",
  "Managed-CORS-S3Origin": "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
  "Managed-SecurityHeadersPolicy": "67f7725c-6f97-4210-82d7-5512b31e9d03",
}

type Block = { type: string; identifiers: string[] }
type Condition = { test: string; variable: string; values: string[] }
type Statement = {
  sid?: string
  effect?: string
  actions?: string[]
  notActions?: string[]
  resources?: string[]
  notResources?: string[]
  principals?: Block[]
  notPrincipals?: Block[]
  conditions?: Condition[]
}

/** As the AWS provider writes a policy, which it does without asking AWS. */
function policyDocument(asked: Properties): Properties {
  // The shape is that of `aws.iam.getPolicyDocument`, whose types the configuration was checked against.
  const statements = (asked["statements"] ?? []) as Statement[]
  const document = {
    Version: asked["version"] ?? "2012-10-17",
    ...(asked["policyId"] !== undefined && { Id: asked["policyId"] }),
    Statement: statements.map(statement),
  }
  const json = JSON.stringify(document)
  // No statements at all are none in the answer either: SST makes no policy then.
  return { ...asked, ...(statements.length === 0 && { statements: null }), id: "policy", json, minifiedJson: json }
}

function statement(given: Statement): Properties {
  return omitted({
    Sid: given.sid,
    Effect: given.effect ?? "Allow",
    Principal: principals(given.principals),
    NotPrincipal: principals(given.notPrincipals),
    Action: one(given.actions),
    NotAction: one(given.notActions),
    Resource: one(given.resources),
    NotResource: one(given.notResources),
    Condition: conditions(given.conditions),
  })
}

function principals(blocks: Block[] | undefined): unknown {
  if (!blocks?.length) return undefined
  if (blocks.some(({ type }) => type === "*")) return "*"
  const types = [...new Set(blocks.map(({ type }) => type))]
  const all = (wanted: string) => blocks.filter(({ type }) => type === wanted).flatMap((block) => block.identifiers)
  return Object.fromEntries(types.map((type) => [type, one(all(type))]))
}

function conditions(given: Condition[] | undefined): unknown {
  if (!given?.length) return undefined
  const result: Record<string, Record<string, unknown>> = {}
  for (const { test, variable, values } of given) result[test] = { ...result[test], [variable]: one(values) }
  return result
}

const one = (list: string[] | undefined) => (list?.length === 1 ? list[0] : list?.length ? list : undefined)

const omitted = (object: Properties): Properties =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
