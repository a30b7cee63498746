import { randomUUID } from "node:crypto"
import * as z from "zod/mini"
import type { Ask } from "../access.ts"
import { LEDGER_NAME, TABLE_NAME } from "../environment.ts"
import type { Service } from "../gate.ts"
import { json } from "../gateway/respond.ts"

const Target = z.object({ TableName: z.optional(z.string()), IndexName: z.optional(z.string()) })
type Target = z.infer<typeof Target>

const Transaction = z.object({ TransactItems: z.array(z.record(z.string(), Target)) })

/** What is asked of each table stands under its name. */
const Batch = z.object({ RequestItems: z.record(z.string(), z.unknown()) })

/** A transaction needs the rights of what it does. */
const TRANSACTED: Record<string, string> = {
  Get: "GetItem",
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
}

/**
 * What DynamoDB asks IAM before it does anything. An action that `Rights` does not know, such as `Scan`, nobody may do.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 */
export const dynamodb: Service = {
  asks(request, body) {
    const action = String(request.headers["x-amz-target"]).replace(/^.*\./, "")
    const call = parse(body)
    if (/^Batch(Write|Get)Item$/.test(action)) {
      const tables = Object.keys(Batch.safeParse(call).data?.RequestItems ?? {})
      return tables.map((TableName) => ask(action, { TableName }))
    }
    if (!/^Transact(Write|Get)Items$/.test(action)) return [ask(action, Target.safeParse(call).data ?? {})]
    const items = Transaction.safeParse(call).data?.TransactItems ?? [] // of anything else the engine complains
    return items.flatMap((item) => Object.entries(item).map(([kind, of]) => ask(TRANSACTED[kind] ?? kind, of)))
  },
  refuse(response, { type, message }) {
    const body = { __type: `com.amazon.coral.service#${type}`, message }
    json(response, 400, body, { "content-type": "application/x-amz-json-1.0", "x-amzn-requestid": randomUUID() })
  },
}

function ask(action: string, target: Target): Ask {
  const resource = resourceOf(target)
  return {
    action: `dynamodb:${action}`,
    resource,
    isGranted(rights) {
      const granted: readonly string[] = (resource !== "another-table" && rights[resource]) || []
      return granted.includes(action)
    },
  }
}

function resourceOf({ TableName: table, IndexName: index }: Target): "table" | "index" | "ledger" | "another-table" {
  if (table === TABLE_NAME) return index === undefined ? "table" : "index"
  return table === LEDGER_NAME && index === undefined ? "ledger" : "another-table"
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"))
  } catch {
    return undefined
  }
}
