import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { DynamoDBDocumentClient, PutCommand, paginateQuery } from "@aws-sdk/lib-dynamodb"
import { UnavailableError } from "../error.ts"
import * as Session from "../protocol/session.ts"

/**
 * Which sessions were erased, and when; nothing else about them. A table of its own, so that the restore of the other to an earlier second
 * does not bring back what was erased since: whoever restores replays the ledger.
 */
export class Ledger {
  readonly #documents: DynamoDBDocumentClient
  readonly #name: string

  /** `timeoutMs`: of each of two tries. */
  constructor(options: { name: string; timeoutMs?: number }) {
    this.#name = options.name
    const { timeoutMs = 1_500 } = options
    const client = new DynamoDBClient({
      maxAttempts: 2,
      requestHandler: { connectionTimeout: 1_000, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
    })
    this.#documents = DynamoDBDocumentClient.from(client)
  }

  /** Twice is as good as once. `at`: ISO 8601. */
  async record(sessionId: Session.ID, at: string): Promise<void> {
    try {
      await this.#documents.send(
        new PutCommand({ TableName: this.#name, Item: { pk: month(at), sk: `${at}#${sessionId}`, sessionId } }),
      )
    } catch (error) {
      throw new UnavailableError(error)
    }
  }

  /** Everything erased since the beginning of the month that `since` is in. */
  async *erasedSince(since: string, now: string): AsyncGenerator<Session.ID> {
    for (let pk = month(since); pk <= month(now); pk = nextMonth(pk)) {
      const pages = paginateQuery(
        { client: this.#documents },
        {
          TableName: this.#name,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": pk },
          ConsistentRead: true,
        },
      )
      for await (const page of pages) for (const item of page.Items ?? []) yield Session.ID.parse(item["sessionId"])
    }
  }
}

const month = (at: string) => `erased#${at.slice(0, 7)}`

function nextMonth(pk: string): string {
  const date = new Date(`${pk.slice("erased#".length)}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + 1)
  return month(date.toISOString())
}
