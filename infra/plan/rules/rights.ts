import { type Definition, functions } from "../../functions.ts"
import { askedOf } from "../../model.ts"
import type { Plan } from "../plan.ts"
import { named } from "../rights.ts"
import { asked, type Statement, statements } from "./policy.ts"
import { at, ofType, type Rule, text } from "./rule.ts"

const definitions: [string, Definition][] = Object.entries(functions)

export const rights: Rule[] = [
  {
    promise: "each function may do what functions.ts says, and nothing beside",
    *faults(plan) {
      for (const [name, definition] of definitions) {
        const granted = statements(plan).filter(
          ({ where, kind, effect }) => where === `${name}Role` && kind === "identity" && effect === "Allow",
        )
        if (granted.length === 0) yield { where: name, what: "has no role of its own" }
        const has = new Set(granted.flatMap((one) => inWords(plan, one)))
        const needs = new Set([...wanted(definition), ...models(plan, name, definition), ...common(plan, name)])
        const missing = [...needs].filter((right) => !has.has(right))
        const beside = [...has].filter((right) => !needs.has(right))
        if (missing.length > 0) yield { where: name, what: `may not ${missing.join(", ")}` }
        if (beside.length > 0) yield { where: name, what: `may also ${beside.join(", ")}` }
      }
    },
  },
  {
    promise: "each right is about one thing",
    *faults(plan) {
      const roles = definitions.map(([name]) => `${name}Role`)
      for (const { where, kind, actions, resources } of statements(plan)) {
        if (kind !== "identity" || !roles.includes(where)) continue
        for (const [service, about] of Object.entries(ABOUT)) {
          if (!actions.some((action) => action.startsWith(`${service}:`))) continue
          const wide = resources.filter((resource) => !about.test(resource))
          if (wide.length > 0) yield { where, what: `${actions.join(", ")} on ${wide.join(", ")}` }
        }
      }
    },
  },
]

/** What a right may be about, by service: one table, its indexes, its stream, one function, one log group, one key, the connections of one API. */
const ABOUT: Record<string, RegExp> = {
  dynamodb: /:table\/[^*/]+(\/index\/\*|\/stream\/[^*]+)?$/,
  "execute-api": /\/\$default\/(POST|DELETE)\/@connections\/\*$/,
  // A model is where its profile says; then the region is left open, and nothing else.
  bedrock: /^arn:aws:bedrock:([a-z0-9-]+|\*):\d*:(inference-profile|foundation-model)\/[^*]+$/,
  kms: /:key\/[^*]+$/,
  lambda: /:function:[^*]+$/,
  logs: /:log-group:[^*]+:\*$/,
  // Files, by their names, or the bucket they lie in; in live debugging SST's own beside it.
  s3: /^arn:aws:s3:::(Files-[^*/]+(\/pdf\/\*)?|sst-asset-[^*/]+(\/\*)?)$/,
  cloudfront: /:distribution\/[^*]+$/,
  secretsmanager: /:secret:[^*]+$/,
  ses: /:(identity|configuration-set)\/[^*]+$/,
  sqs: /^arn:aws:sqs:[^*]+$/,
}

/** `dynamodb:GetItem on Table`, `kms:Decrypt on DataKey via sqs`. */
function inWords(plan: Plan, statement: Statement): string[] {
  const via = [
    ...asked(statement, "kms:ViaService").map((service) => ` via ${service.split(".")[0]}`),
    ...asked(statement, "bedrock:InferenceProfileArn").map((profile) => ` via ${profile}`),
  ]
  return statement.resources.flatMap((resource) => {
    const file = /\/pdf\/\*$/.test(resource) ? "'s pdf/*" : ""
    const connections = /:([^:/]+)\/\$default\/(POST|DELETE)\/@connections/.exec(resource)
    const thing = connections
      ? `${connections[1]}'s connections, by ${connections[2]}`
      : `${named(plan, resource)}${file}`
    return statement.actions.map((action) => `${action} on ${thing}${via.join()}`)
  })
}

function wanted({ rights, queue, topics, stream }: Definition): string[] {
  const { index = [], ledger = [], invoke = [], enqueue = [], secrets = [], files = [] } = rights
  const aside = [...(topics ? ["MailEventsDeadLetters"] : []), ...(stream ? ["CountDeadLetters"] : [])]
  const filled = [...enqueue, ...aside]
  return [
    ...rights.table.map((action) => `dynamodb:${action} on Table`),
    ...index.map((action) => `dynamodb:${action} on Table's index`),
    ...(stream ? READING.map((action) => `dynamodb:${action} on Table's stream`) : []),
    ...ledger.map((action) => `dynamodb:${action} on Ledger`),
    ...(rights.post
      ? METHODS.map((method) => `execute-api:ManageConnections on ChatApi's connections, by ${method}`)
      : []),
    ...invoke.map((name) => `lambda:InvokeFunction on ${name}`),
    ...filled.map((name) => `sqs:SendMessage on ${name}`),
    ...(queue ? TAKING.map((action) => `sqs:${action} on ${queue}`) : []),
    ...(filled.length > 0 ? opening("sqs", ["GenerateDataKey"]) : []),
    ...(filled.length > 0 || queue ? opening("sqs", ["Decrypt"]) : []),
    ...secrets.map((name) => `secretsmanager:GetSecretValue on ${name}`),
    ...(secrets.length > 0 ? opening("secretsmanager", ["Decrypt"]) : []),
    ...files.map((action) => `s3:${action} on Files${action === "ListBucketVersions" ? "" : "'s pdf/*"}`),
    ...(files.includes("PutObject") ? opening("s3", ["GenerateDataKey"]) : []),
    ...(files.some((action) => action === "PutObject" || action === "GetObject") ? opening("s3", ["Decrypt"]) : []),
    ...(rights.invalidate ? ["cloudfront:CreateInvalidation on Cdn"] : []),
    ...(rights.send ? ["ses:SendEmail on Sender", "ses:SendEmail on Mailing"] : []),
  ]
}

/** By the function's own settings: what it would ask is what it may ask. */
function models(plan: Plan, name: string, { rights }: Definition): string[] {
  if (!rights.models) return []
  const fn = ofType(plan, "aws:lambda/function:Function").find((one) => one.name === `${name}Function`)
  const settings = at(fn?.inputs ?? {}, "environment.variables")
  const account = ACCOUNT.exec(text(fn?.inputs ?? {}, "role"))?.[1] ?? ""
  return askedOf(Object(settings), { region: plan.region, account }).flatMap(({ resources, via }) =>
    resources.map((arn) => `bedrock:InvokeModelWithResponseStream on ${arn}${via ? ` via ${via}` : ""}`),
  )
}

const ACCOUNT = /^arn:aws:iam::(\d+):/

/** SST's own bucket, through which live debugging passes what is too big for AppSync. */
const ASSETS = "arn:aws:s3:::sst-asset-planned"

const METHODS = ["POST", "DELETE"]
const READING = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"]
const TAKING = ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"]

const opening = (service: string, actions: string[]) => actions.map((one) => `kms:${one} on DataKey via ${service}`)

/** What every function may do: open the tables' key by way of them, write its log, and on some stages trace. */
function common(plan: Plan, name: string): string[] {
  const isTraced = ofType(plan, "aws:lambda/function:Function").some(
    ({ inputs }) => text(inputs, "tracingConfig.mode") === "Active",
  )
  return [
    ...opening("dynamodb", ["Decrypt", "Encrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo", "DescribeKey"]),
    ...["CreateLogStream", "PutLogEvents"].map((action) => `logs:${action} on ${name}Log`),
    ...(isTraced ? ["xray:PutTraceSegments on *", "xray:PutTelemetryRecords on *"] : []),
    ...(plan.dev ? ["appsync:* on *", `s3:* on ${ASSETS}`, `s3:* on ${ASSETS}/*`] : []),
  ]
}
