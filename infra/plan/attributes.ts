import { createHash } from "node:crypto"
import { ACCOUNT, arn, GLOBAL, NOWHERE, partitionOf } from "./arn.ts"
import { type Properties, SECRET, SIGNATURE } from "./pulumi.ts"

type Made = { type: string; name: string; physical: string; inputs: Properties; region: string }

/**
 * What a provider would answer when it has made something: its id, and what AWS decides. All of it is made up, the same every time, and says
 * the logical name, so that whoever reads an id elsewhere knows whose it is.
 */
export function attributes(
  type: string,
  name: string,
  inputs: Properties,
  region: string,
): { id: string; state: Properties } {
  const physical = text(inputs["name"]) ?? text(inputs["bucket"]) ?? `${name}-0000000`
  const made = { type, name, physical, inputs, region: text(inputs["region"]) ?? region }
  const special = SPECIAL[type]?.(made) ?? dynamic(made)
  const { id, ...state }: Properties = { name: physical, arn: ordinaryArn(made), ...special }
  return { id: text(id) ?? physical, state }
}

/** By type, where it is not just a name and an ARN. */
const SPECIAL: Record<string, (made: Made) => Properties> = {
  "aws:acm/certificate:Certificate": (made) => {
    const names = [made.inputs["domainName"], ...list(made.inputs["subjectAlternativeNames"])]
    return {
      id: ordinaryArn(made),
      domainValidationOptions: names.map((domainName) => ({
        domainName,
        resourceRecordName: `_proof.${domainName}.`,
        resourceRecordType: "CNAME",
        resourceRecordValue: `_proof.${domainName}.acm-validations.aws.`,
      })),
    }
  },
  "aws:apigatewayv2/api:Api": ({ name, inputs, region }) => {
    const scheme = inputs["protocolType"] === "WEBSOCKET" ? "wss" : "https"
    return {
      id: name,
      apiEndpoint: `${scheme}://${host(name)}.execute-api.${region}.amazonaws.com`,
      arn: arn("apigateway", `/apis/${name}`, region, `${region}:`),
      executionArn: arn("execute-api", name, region),
    }
  },
  "aws:apigatewayv2/domainName:DomainName": ({ inputs, region }) => ({
    id: inputs["domainName"],
    domainNameConfiguration: {
      ...object(inputs["domainNameConfiguration"]),
      targetDomainName: `d-planned.execute-api.${region}.amazonaws.com`,
      hostedZoneId: "Z0PLANNED",
    },
  }),
  "aws:apigatewayv2/stage:Stage": ({ inputs, physical, region }) => ({
    arn: arn("apigateway", `/apis/${inputs["apiId"]}/stages/${physical}`, region, `${region}:`),
    executionArn: arn("execute-api", `${inputs["apiId"]}/${physical}`, region),
    invokeUrl: `https://${host(String(inputs["apiId"]))}.execute-api.${region}.amazonaws.com/${physical}`,
  }),
  "aws:cloudfront/distribution:Distribution": ({ name, region }) => {
    return {
      id: name,
      arn: arn("cloudfront", `distribution/${name}`, region, GLOBAL),
      domainName: `${host(name)}.cloudfront.net`,
      // CloudFront's own, for every distribution.
      hostedZoneId: "Z2FDTNDATAQYW2",
      etag: "planned",
    }
  },
  "aws:cloudfront/function:Function": ({ physical, region }) => ({
    arn: arn("cloudfront", `function/${physical}`, region, GLOBAL),
  }),
  "aws:cloudwatch/logGroup:LogGroup": ({ physical, region }) => ({
    arn: arn("logs", `log-group:${physical}`, region),
  }),
  "aws:cloudwatch/metricAlarm:MetricAlarm": ({ physical, region }) => ({
    arn: arn("cloudwatch", `alarm:${physical}`, region),
  }),
  "aws:dynamodb/table:Table": ({ physical, inputs, region }) => {
    const table = arn("dynamodb", `table/${physical}`, region)
    return {
      arn: table,
      ...(inputs["streamEnabled"] === true && { streamArn: `${table}/stream/2026-01-01T00:00:00.000` }),
    }
  },
  "aws:iam/policy:Policy": ({ physical, region }) => {
    const policy = arn("iam", `policy/${physical}`, region, GLOBAL)
    return { id: policy, arn: policy }
  },
  "aws:iam/role:Role": ({ physical, region }) => ({
    arn: arn("iam", `role/${physical}`, region, GLOBAL),
    uniqueId: "AROAPLANNED",
  }),
  "aws:kms/alias:Alias": ({ physical, region }) => ({ arn: arn("kms", physical, region) }),
  "aws:kms/key:Key": ({ name, region }) => ({ id: name, keyId: name, arn: arn("kms", `key/${name}`, region) }),
  "aws:lambda/alias:Alias": ({ inputs, region }) => ({
    arn: arn("lambda", `function:${revealed(inputs["functionName"])}:${inputs["name"]}`, region),
  }),
  "aws:lambda/function:Function": ({ physical, inputs, region }) => {
    const fn = arn("lambda", `function:${physical}`, region)
    const invoke = (version: string, verb: string) =>
      `arn:${partitionOf(region)}:apigateway:${region}:lambda:path/${version}/functions/${fn}/${verb}`
    return {
      arn: fn,
      version: inputs["publish"] === true ? "1" : "$LATEST",
      qualifiedArn: `${fn}:${inputs["publish"] === true ? "1" : "$LATEST"}`,
      invokeArn: invoke("2015-03-31", "invocations"),
      responseStreamingInvokeArn: invoke("2021-11-15", "response-streaming-invocations"),
    }
  },
  "aws:lambda/functionUrl:FunctionUrl": ({ name, region }) => ({
    functionUrl: `https://${host(name)}.lambda-url.${region}.on.aws/`,
  }),
  "aws:route53/record:Record": ({ inputs }) => ({ fqdn: inputs["name"] }),
  "aws:s3/bucket:Bucket": ({ physical, region }) => ({
    arn: arn("s3", physical, region, NOWHERE),
    bucket: physical,
    bucketDomainName: `${physical}.s3.amazonaws.com`,
    bucketRegionalDomainName: `${physical}.s3.${region}.amazonaws.com`,
  }),
  "aws:scheduler/schedule:Schedule": ({ physical, region }) => ({
    id: `default/${physical}`,
    arn: arn("scheduler", `schedule/default/${physical}`, region),
  }),
  "aws:secretsmanager/secret:Secret": ({ physical, region }) => {
    const secret = arn("secretsmanager", `secret:${physical}-000000`, region)
    return { id: secret, arn: secret }
  },
  "aws:sesv2/configurationSet:ConfigurationSet": ({ inputs, region }) => {
    const name = inputs["configurationSetName"]
    return { id: name, arn: arn("ses", `configuration-set/${name}`, region) }
  },
  "aws:sesv2/emailIdentity:EmailIdentity": ({ inputs, region }) => {
    const identity = inputs["emailIdentity"]
    const dkim = { ...object(inputs["dkimSigningAttributes"]), tokens: ["plannedone", "plannedtwo", "plannedthree"] }
    return { id: identity, arn: arn("ses", `identity/${identity}`, region), dkimSigningAttributes: dkim }
  },
  "aws:sns/topic:Topic": ({ physical, region }) => {
    const topic = arn("sns", physical, region)
    return { id: topic, arn: topic }
  },
  "aws:sqs/queue:Queue": ({ physical, region }) => {
    const url = `https://sqs.${region}.amazonaws.com/${ACCOUNT}/${physical}`
    return { id: url, url, arn: arn("sqs", physical, region) }
  },
  "random:index/randomBytes:RandomBytes": ({ name, inputs }) => {
    const bytes = stretched(name, Number(inputs["length"]))
    return { base64: bytes.toString("base64"), hex: bytes.toString("hex") }
  },
  "random:index/randomId:RandomId": ({ name, inputs }) => ({
    hex: stretched(name, Number(inputs["byteLength"])).toString("hex"),
  }),
  "random:index/randomPassword:RandomPassword": ({ name, inputs }) => ({
    result: `fake${name}${"x".repeat(Number(inputs["length"]))}`.slice(0, Number(inputs["length"])),
  }),
  "tls:index/privateKey:PrivateKey": ({ name }) => ({
    privateKeyPem: `fake private key ${name}`,
    privateKeyPemPkcs8: `-----BEGIN PRIVATE KEY----- fake ${name}`,
    publicKeyPem: `fake public key ${name}`,
  }),
}

/** SST's own providers, which the CLI runs; they are told apart by the end of their names. */
function dynamic({ type, name }: Made): Properties {
  if (type !== "pulumi-nodejs:dynamic:Resource") return {}
  if (name.endsWith(".sst.aws.HostedZoneLookup")) return { zoneId: "Z0PLANNED" }
  if (name.endsWith(".sst.aws.DistributionDeploymentWaiter")) return { isDone: true }
  return {}
}

/** `aws:cloudwatch/eventRule:EventRule` → `arn:aws:cloudwatch:…:eventrule/<name>`: near enough for what nobody's permissions name. */
function ordinaryArn({ type, physical, region }: Made): string | undefined {
  const [provider, module = "", kind = ""] = type.split(":")
  const service = module.split("/")[0]
  return provider === "aws" && service ? arn(service, `${kind.toLowerCase()}/${physical}`, region) : undefined
}

const host = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "")

const stretched = (name: string, bytes: number) =>
  Buffer.concat(Array.from({ length: Math.ceil(bytes / 32) }, (_, index) => sha256(`${name} ${index}`))).subarray(
    0,
    bytes,
  )

const sha256 = (from: string) => createHash("sha256").update(from).digest()

/** What comes of secrets arrives sealed. */
const revealed = (value: unknown) => (object(value)[SIGNATURE] === SECRET ? object(value)["value"] : value)
const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined)
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const object = (value: unknown): Properties => (value && typeof value === "object" ? { ...value } : {})
