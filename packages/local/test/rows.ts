import { inflateRawSync } from "node:zlib"
import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb"

/** `item` as DynamoDB gave it; `text` is all that can be read of it. */
export type Row = { pk: string; sk: string; item: Record<string, unknown>; text: string }

/** Every row of a table of the running house as it lies there, also what has expired, with what is deflated inflated beside it. */
export async function rows(table: string): Promise<Row[]> {
  const client = new DynamoDBClient({ endpoint: process.env["AWS_ENDPOINT_URL_DYNAMODB"] ?? "" })
  const found: Row[] = []
  try {
    const scan = { client: DynamoDBDocumentClient.from(client) }
    for await (const page of paginateScan(scan, { TableName: table, ConsistentRead: true }))
      for (const item of page.Items ?? []) {
        const packed = Object.values(item).flatMap((value) => (value instanceof Uint8Array ? [inflated(value)] : []))
        found.push({ pk: item["pk"], sk: item["sk"], item, text: [JSON.stringify(item), ...packed].join("\n") })
      }
  } finally {
    client.destroy()
  }
  return found
}

function inflated(bytes: Uint8Array): string {
  try {
    return inflateRawSync(bytes).toString()
  } catch {
    return Buffer.from(bytes).toString("latin1") // a part of something larger
  }
}
