import { accountId, region } from "./account.ts"
import { site } from "./cdn.ts"
import { downloadKeyLink } from "./download-key.ts"
import { downloadsLink } from "./file-access.ts"
import { filesLink } from "./files.ts"
import { type Definition, type FunctionName, functions, type LinkName } from "./functions.ts"
import { chatApi } from "./gateway.ts"
import { installed } from "./installed.ts"
import { keyRingLink, seal } from "./key-ring.ts"
import { ledger } from "./ledger.ts"
import { logGroup } from "./log-group.ts"
import { mailLink } from "./mail.ts"
import { modelKeyLink } from "./model-key.ts"
import { permissions } from "./permissions.ts"
import { queue } from "./queue.ts"
import { settings, stage } from "./stage.ts"
import { table } from "./table.ts"
import { undelivered } from "./topic.ts"
import { kept } from "./warm.ts"

/** How others call a function: what they are linked to, and what they may invoke. */
type Callee = { link: object; arn: $util.Output<string> }

const made = new Map<string, Callee>()

/**
 * One of the functions of functions.ts, with settings beside those all of them get. Those it starts must have been made before. `instances`:
 * how many run at most, and how many are kept ready for those who are linked to it.
 */
export function lambda(
  name: FunctionName,
  own: Record<string, $util.Input<string>> = {},
  instances: { max?: number; warm?: number } = {},
): sst.aws.Function {
  const definition: Definition = functions[name]
  const warm = $dev ? undefined : instances.warm
  const log = logGroup(name, "/aws/lambda")
  const fn = new sst.aws.Function(name, {
    handler: definition.handler,
    runtime: "nodejs24.x",
    architecture: "arm64",
    memory: `${definition.memoryMb} MB`,
    timeout: `${definition.timeoutSeconds} seconds`,
    nodejs: {
      minify: true,
      splitting: definition.split ?? false,
      plugins: "infra/bundle/plugins.mjs",
      ...(definition.install && { install: installed(definition.install) }),
    },
    ...(definition.copies && { copyFiles: [...definition.copies] }),
    logging: { format: "json", logGroup: log.name },
    environment: { SITE_URL: site, ...settings, ...own },
    link: definition.linked.map(linkOf),
    permissions: [...permissions(definition, starts(definition)), writing(log), ...(stage.isTraced ? [tracing] : [])],
    ...(instances.max && { concurrency: { reserved: instances.max } }),
    versioning: warm !== undefined,
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
        if (definition.topics) args.destinationConfig = { onFailure: { destination: undelivered.arn } }
      },
    },
  })
  made.set(name, warm === undefined ? { link: fn, arn: fn.arn } : kept(name, fn, warm, definition.asynchronous))
  return fn
}

/** As SST's components want to be told of a function that stands already. */
export function arnOf(fn: sst.aws.Function) {
  return fn.arn as $util.Output<`arn:${string}`> // what AWS calls an ARN begins so
}

function linkOf(name: LinkName) {
  const secrets = { KeyRing: keyRingLink, ModelKey: modelKeyLink, DownloadKey: downloadKeyLink, Seal: seal }
  const stored = { Table: table, Ledger: ledger, Files: filesLink, Downloads: downloadsLink }
  const all = { ...stored, Chat: chatApi, Mailing: mailLink, ...secrets, ...queue }
  return name === "Reply" || name === "Render" ? standing(name).link : all[name]
}

const starts = ({ rights }: Definition) => (rights.invoke ?? []).map((name) => standing(name).arn)

function standing(name: string) {
  const fn = made.get(name)
  if (!fn) throw new Error(`${name} must be made before what starts it`)
  return fn
}

const writing = (log: aws.cloudwatch.LogGroup) => ({
  actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
  resources: [$interpolate`arn:aws:logs:${region}:${accountId}:log-group:${log.name}:*`],
})

/** X-Ray knows no narrower resource. @see https://docs.aws.amazon.com/xray/latest/devguide/security_iam_service-with-iam.html */
const tracing = { actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources: ["*"] }
