import { region } from "./account.ts"
import type { Definition } from "./functions.ts"
import { chatApi } from "./gateway.ts"
import { dataKey } from "./key.ts"
import { keyRing } from "./key-ring.ts"
import { ledger } from "./ledger.ts"
import { configurationSet, identity } from "./mail.ts"
import { modelKey } from "./model-key.ts"
import { queue } from "./queue.ts"
import { sender } from "./stage.ts"
import { table } from "./table.ts"
import { undelivered } from "./topic.ts"

type Condition = { test: string; variable: string; values: $util.Input<string>[] }

/** What functions.ts calls rights, and what its triggers need, in IAM's words. `starts`: ARNs of the functions in `rights.invoke`. */
export function permissions({ rights, queue: taken, topics }: Definition, starts: $util.Input<string>[]) {
  const filled = [...(rights.enqueue ?? []).map((name) => queue[name].arn), ...(topics ? [undelivered.arn] : [])]
  const emptied = taken ? [queue[taken].arn] : []
  const secrets = (rights.secrets ?? []).map((name) => ({ KeyRing: keyRing, ModelKey: modelKey })[name].arn)
  return [
    allow(dynamodb(rights.table), [table.arn]),
    allow(dynamodb(rights.index), [$interpolate`${table.arn}/index/*`]),
    allow(dynamodb(rights.ledger), [ledger.arn]),
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

/** A service opens the key in the name of who asks, and only through itself. */
const key = (service: string, actions: string[]) =>
  allow(
    actions.map((action) => `kms:${action}`),
    [dataKey.arn],
    { test: "StringEquals", variable: "kms:ViaService", values: [$interpolate`${service}.${region}.amazonaws.com`] },
  )
