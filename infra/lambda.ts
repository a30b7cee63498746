import { accountId, region } from "./account.ts"
import { site } from "./cdn.ts"
import { type Definition, type FunctionName, functions } from "./functions.ts"
import { chatApi } from "./gateway.ts"
import { dataKey } from "./key.ts"
import { logGroup } from "./log-group.ts"
import { settings, stage } from "./stage.ts"
import { table } from "./table.ts"

const made = new Map<string, sst.aws.Function>()

/** One of the functions of functions.ts, with settings beside those all of them get. Those it starts must have been made before. */
export function lambda(name: FunctionName, own: Record<string, $util.Input<string>> = {}): sst.aws.Function {
  const definition: Definition = functions[name]
  const log = logGroup(name, "/aws/lambda")
  const fn = new sst.aws.Function(name, {
    handler: definition.handler,
    runtime: "nodejs24.x",
    architecture: "arm64",
    memory: `${definition.memoryMb} MB`,
    timeout: `${definition.timeoutSeconds} seconds`,
    nodejs: { minify: true, plugins: "infra/bundle/plugins.mjs" },
    logging: { format: "json", logGroup: log.name },
    environment: { SITE_URL: site, ...settings, ...own },
    link: definition.linked.map((link) => ({ Table: table, Chat: chatApi, Reply: made.get("Reply") })[link]),
    permissions: [...permissions(definition), writing(log), ...(stage.isTraced ? [tracing] : [])],
    ...(definition.asynchronous && { retries: definition.asynchronous.retries }),
    transform: {
      function: (args) => {
        args.tracingConfig = { mode: stage.isTraced ? "Active" : "PassThrough" }
      },
      role: (args) => {
        // Writing to its own log group is among the permissions; SST's policy would allow any.
        args.managedPolicyArns = []
        // SST 4.17.1 lets the whole account assume the role, which only live debugging needs.
        if (!$dev) args.assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" })
      },
      eventInvokeConfig: (args) => {
        if (definition.asynchronous) args.maximumEventAgeInSeconds = definition.asynchronous.maxEventAgeSeconds
      },
    },
  })
  made.set(name, fn)
  return fn
}

/** What functions.ts calls rights, in IAM's words. */
function permissions({ rights }: Definition) {
  const tableArn = table.arn
  return [
    { actions: rights.table.map((action) => `dynamodb:${action}`), resources: [tableArn] },
    ...(rights.index
      ? [
          {
            actions: rights.index.map((action) => `dynamodb:${action}`),
            resources: [$interpolate`${tableArn}/index/*`],
          },
        ]
      : []),
    // DynamoDB opens the table's key in the name of who asks, and only through itself.
    {
      actions: [
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
        "kms:DescribeKey",
      ],
      resources: [dataKey.arn],
      conditions: [
        { test: "StringEquals", variable: "kms:ViaService", values: [$interpolate`dynamodb.${region}.amazonaws.com`] },
      ],
    },
    ...(rights.post
      ? [
          {
            actions: ["execute-api:ManageConnections"],
            resources: ["POST", "DELETE"].map(
              (method) => $interpolate`${chatApi.nodes.api.executionArn}/$default/${method}/@connections/*`,
            ),
          },
        ]
      : []),
    ...(rights.invoke ?? []).map((name) => {
      const fn = made.get(name)
      if (!fn) throw new Error(`${name} must be made before what starts it`)
      return { actions: ["lambda:InvokeFunction"], resources: [fn.arn] }
    }),
  ]
}

const writing = (log: aws.cloudwatch.LogGroup) => ({
  actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
  resources: [$interpolate`arn:aws:logs:${region}:${accountId}:log-group:${log.name}:*`],
})

/** X-Ray knows no narrower resource. @see https://docs.aws.amazon.com/xray/latest/devguide/security_iam_service-with-iam.html */
const tracing = { actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources: ["*"] }
