import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import {
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb"
import type { Clock } from "../clock.ts"
import { type Change, type Condition, conditionOf, updateOf } from "./expression.ts"
import { answered } from "./failure.ts"

export type { Change, Condition } from "./expression.ts"
export { ConditionFailedError, TransactionFailedError } from "./failure.ts"

export type Key = { pk: string; sk: string }
export type Item = Key & Record<string, unknown>

export type Range = {
  pk: string
  from: string
  to: string
  limit?: number
  reverse?: boolean
  evenExpired?: boolean
}

/** One write of a transaction. */
export type Write =
  | { put: Item; when?: Condition }
  | { update: Key; change: Change; when?: Condition }
  | { delete: Key; when?: Condition }
  | { check: Key; when: Condition }

/** What one batch may hold. @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const MAX_BATCH = 25

export const ABSENT: Condition = { if: "attribute_not_exists(#pk)" }
export const PRESENT: Condition = { if: "attribute_exists(#pk)" }

/**
 * The single table. All reads are strongly consistent and leave out items past their `ttl`, which DynamoDB removes days late.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ttl-expired-items.html
 */
export class Table {
  readonly #documents: DynamoDBDocumentClient
  readonly #clock: Clock
  readonly name: string

  /** `timeoutMs`: of each of two tries. */
  constructor(options: { name: string; clock: Clock; timeoutMs?: number; client?: DynamoDBClient }) {
    this.name = options.name
    this.#clock = options.clock
    const { timeoutMs = 1_500 } = options
    const client =
      options.client ??
      new DynamoDBClient({
        maxAttempts: 2,
        requestHandler: {
          connectionTimeout: Math.ceil((timeoutMs * 2) / 3),
          requestTimeout: timeoutMs,
          throwOnRequestTimeout: true,
        },
      })
    this.#documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
  }

  async get(key: Key): Promise<Item | undefined> {
    const { Item: item } = await answered(
      this.#documents.send(new GetCommand({ TableName: this.name, Key: key, ConsistentRead: true })),
    )
    return this.#live(item)
  }

  /**
   * Items of one partition whose `sk` lies in [from, to], in order. Follows pages until `limit` or the end. `evenExpired` is for whoever
   * wants to remove them.
   */
  async query(range: Range): Promise<Item[]> {
    const found: Item[] = []
    let start: Record<string, unknown> | undefined
    do {
      const page = await answered(
        this.#documents.send(
          new QueryCommand({
            TableName: this.name,
            KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
            ExpressionAttributeValues: { ":pk": range.pk, ":from": range.from, ":to": range.to },
            ConsistentRead: true,
            ScanIndexForward: !range.reverse,
            ...(range.limit !== undefined && { Limit: range.limit - found.length }),
            ...(start && { ExclusiveStartKey: start }),
          }),
        ),
      )
      for (const item of page.Items ?? []) {
        const known = range.evenExpired ? whole(item) : this.#live(item)
        if (known) found.push(known)
      }
      start = page.LastEvaluatedKey
    } while (start && (range.limit === undefined || found.length < range.limit))
    return found
  }

  /**
   * Keys listed under `gsi1pk`, in the order of `gsi1sk`, a page at a time. The index lags behind the table: read the items again before
   * acting.
   */
  async *listKeys(gsi1pk: string): AsyncGenerator<Key> {
    let start: Record<string, unknown> | undefined
    do {
      const page = await answered(
        this.#documents.send(
          new QueryCommand({
            TableName: this.name,
            IndexName: "gsi1",
            KeyConditionExpression: "gsi1pk = :pk",
            ExpressionAttributeValues: { ":pk": gsi1pk },
            ...(start && { ExclusiveStartKey: start }),
          }),
        ),
      )
      for (const item of page.Items ?? []) yield { pk: item["pk"], sk: item["sk"] }
      start = page.LastEvaluatedKey
    } while (start)
  }

  /** @throws {ConditionFailedError} */
  async put(item: Item, when: Condition): Promise<void> {
    await answered(this.#documents.send(new PutCommand({ TableName: this.name, Item: item, ...conditionOf(when) })))
  }

  /**
   * The whole item after the change.
   * @throws {ConditionFailedError}
   */
  async update(key: Key, change: Change, when: Condition): Promise<Item> {
    const { Attributes: item } = await answered(
      this.#documents.send(
        new UpdateCommand({
          TableName: this.name,
          Key: key,
          ReturnValues: "ALL_NEW",
          ...updateOf(change, when),
        }),
      ),
    )
    return { ...key, ...item }
  }

  /**
   * All or nothing. The request token makes the SDK's own retries safe: a transaction that landed is not applied twice.
   * @throws {TransactionFailedError}
   */
  async transact(writes: Write[]): Promise<void> {
    const TableName = this.name
    await answered(
      this.#documents.send(
        new TransactWriteCommand({
          ClientRequestToken: randomUUID(),
          TransactItems: writes.map((write) => {
            if ("put" in write)
              return { Put: { TableName, Item: write.put, ...(write.when && conditionOf(write.when)) } }
            if ("update" in write)
              return { Update: { TableName, Key: write.update, ...updateOf(write.change, write.when) } }
            if ("delete" in write)
              return { Delete: { TableName, Key: write.delete, ...(write.when && conditionOf(write.when)) } }
            return { ConditionCheck: { TableName, Key: write.check, ...conditionOf(write.when) } }
          }),
        }),
      ),
    )
  }

  /** Removes items whatever they are now; those that are gone already are no fault. */
  async deleteAll(keys: Key[]): Promise<void> {
    for (let rest = keys; rest.length > 0; ) {
      const now = rest.slice(0, MAX_BATCH).map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }))
      const { UnprocessedItems = {} } = await answered(
        this.#documents.send(new BatchWriteCommand({ RequestItems: { [this.name]: now } })),
      )
      const left = (UnprocessedItems[this.name] ?? []).flatMap(({ DeleteRequest }) => DeleteRequest?.Key ?? [])
      if (left.length > 0) await sleep(50 + Math.random() * 50) // more than the table takes at once
      rest = [...left.map(({ pk, sk }) => ({ pk, sk })), ...rest.slice(MAX_BATCH)]
    }
  }

  #live(record: Record<string, unknown> | undefined): Item | undefined {
    const item = whole(record)
    const ttl = item?.["ttl"]
    return typeof ttl === "number" && ttl * 1000 <= this.#clock.now() ? undefined : item
  }
}

function whole(record: Record<string, unknown> | undefined): Item | undefined {
  const { pk, sk } = record ?? {}
  return typeof pk === "string" && typeof sk === "string" ? { ...record, pk, sk } : undefined
}
