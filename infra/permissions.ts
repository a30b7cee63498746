import { accountId, region } from "./account.ts"
import { distribution } from "./cdn.ts"
import { downloadKey } from "./download-key.ts"
import { files } from "./files.ts"
import type { Definition, FileAction } from "./functions.ts"
import { chatApi } from "./gateway.ts"
import { dataKey } from "./key.ts"
import { keyRing } from "./key-ring.ts"
import { ledger } from "./ledger.ts"
import { configurationSet, identity } from "./mail.ts"
import { askedOf } from "./model.ts"
import { modelKey } from "./model-key.ts"
import { queue } from "./queue.ts"
import { sender, settings } from "./stage.ts"
import { table } from "./table.ts"
import { undelivered } from "./topic.ts"
import { uncounted } from "./uncounted.ts"

const SECRETS = { KeyRing: keyRing, ModelKey: modelKey, DownloadKey: downloadKey }

type Condition = { test: string; variable: string; values: $util.Input<string>[] }

/** What functions.ts calls rights, and what its triggers need, in IAM's words. `starts`: ARNs of the functions in `rights.invoke`. */
export function permissions({ rights, queue: taken, topics, stream }: Definition, starts: $util.Input<string>[]) {
  const aside = [...(topics ? [undelivered.arn] : []), ...(stream ? [uncounted.arn] : [])]
  const filled = [...(rights.enqueue ?? []).map((name) => queue[name].arn), ...aside]
  const emptied = taken ? [queue[taken].arn] : []
  const secrets = (rights.secrets ?? []).map((name) => SECRETS[name].arn)
  return [
    allow(dynamodb(rights.table), [table.arn]),
    allow(dynamodb(rights.index), [$interpolate`${table.arn}/index/*`]),
    allow(dynamodb(rights.ledger), [ledger.arn]),
    allow(
      ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map((action) => `dynamodb:${action}`),
      stream ? [table.nodes.table.streamArn] : [],
    ),
    key("dynamodb", ["Decrypt", "Encrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo", "DescribeKey"]),
    allow(
      ["execute-api:ManageConnections"],
      rights.post
        ? ["POST", "DELETE"].map(
            (method) => $interpolate`${chatApi.nodes.api.executionArn}/$default/${method}/@connections/*`,
          )
        : [],
    ),
    allow(["lambda:InvokeFunction"], starts),
    allow(["sqs:SendMessage"], filled),
    allow(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], emptied),
    key("sqs", filled.length > 0 ? ["Decrypt", "GenerateDataKey"] : emptied.length > 0 ? ["Decrypt"] : []),
    allow(["secretsmanager:GetSecretValue"], secrets),
    key("secretsmanager", secrets.length > 0 ? ["Decrypt"] : []),
    allow(s3(rights.files, isOfObjects), [$interpolate`${files.arn}/pdf/*`]),
    allow(
      s3(rights.files, (action) => !isOfObjects(action)),
      [files.arn],
    ),
    key("s3", opening(rights.files)),
    allow(rights.invalidate ? ["cloudfront:CreateInvalidation"] : [], [distribution.arn]),
    ...(rights.models ? bedrock() : []),
    allow(rights.send ? ["ses:SendEmail"] : [], [identity.arn, configurationSet.arn], {
      test: "StringEquals",
      variable: "ses:FromAddress",
      values: [sender.address],
    }),
  ].filter(({ actions, resources }) => actions.length > 0 && resources.length > 0)
}

const allow = (actions: string[], resources: $util.Input<string>[], ...conditions: Condition[]) => ({
  actions,
  resources,
  conditions,
})

const dynamodb = (actions: readonly string[] = []) => actions.map((action) => `dynamodb:${action}`)

const s3 = (actions: readonly FileAction[] = [], which: (action: FileAction) => boolean) =>
  actions.filter(which).map((action) => `s3:${action}`)

/** The others are about the bucket. */
const isOfObjects = (action: FileAction) => action !== "ListBucketVersions"

/** What is written is sealed with a data key, which S3 has opened once to see that it can be. */
const opening = (actions: readonly FileAction[] = []) => {
  if (actions.includes("PutObject")) return ["Decrypt", "GenerateDataKey"]
  return actions.includes("GetObject") ? ["Decrypt"] : []
}

/** Answers are streamed; nothing else is asked of it. */
const bedrock = () =>
  askedOf(settings, { region: "REGION", account: "ACCOUNT" }).map(({ resources, via }) =>
    allow(
      ["bedrock:InvokeModelWithResponseStream"],
      resources.map(here),
      ...(via ? [{ test: "StringEquals", variable: "bedrock:InferenceProfileArn", values: [here(via)] }] : []),
    ),
  )

const here = (arn: string) =>
  $resolve([region, accountId]).apply(([region = "", account = ""]) =>
    arn.replace("REGION", region).replace("ACCOUNT", account),
  )

/** A service opens the key in the name of who asks, and only through itself. */
const key = (service: string, actions: string[]) =>
  allow(
    actions.map((action) => `kms:${action}`),
    [dataKey.arn],
    { test: "StringEquals", variable: "kms:ViaService", values: [$interpolate`${service}.${region}.amazonaws.com`] },
  )
