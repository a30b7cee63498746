import { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb"

/** Removes what has passed its `ttl` by the movable clock, as DynamoDB does in its own time and this engine never does. */
export function createExpiry(endpoint: string, table: string): { sweep(): Promise<number>; stop(): void } {
  const client = new DynamoDBClient({ endpoint })
  const documents = DynamoDBDocumentClient.from(client)

  return {
    async sweep() {
      const now = Math.floor(Date.now() / 1000)
      let removed = 0
      const pages = paginateScan(
        { client: documents },
        {
          TableName: table,
          FilterExpression: "#ttl < :now",
          ProjectionExpression: "pk, sk",
          ExpressionAttributeNames: { "#ttl": "ttl" },
          ExpressionAttributeValues: { ":now": now },
        },
      )
      for await (const page of pages)
        for (const { pk, sk } of page.Items ?? []) {
          // One at a time: visitors come first. The condition spares a row that was renewed meanwhile.
          const gone = await documents
            .send(
              new DeleteCommand({
                TableName: table,
                Key: { pk, sk },
                ConditionExpression: "#ttl < :now",
                ExpressionAttributeNames: { "#ttl": "ttl" },
                ExpressionAttributeValues: { ":now": now },
              }),
            )
            .then(() => true, refused)
          if (gone) removed++
        }
      return removed
    },
    stop: () => client.destroy(),
  }
}

function refused(error: unknown): false {
  if (error instanceof ConditionalCheckFailedException) return false
  throw error
}
