import { randomUUID } from "node:crypto"
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  DynamoDBServiceException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb"
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb"
import type { Clock } from "../clock.ts"
import { UnavailableError } from "../error.ts"
import { type Change, type Condition, conditionOf, updateOf } from "./expression.ts"

export type { Change, Condition } from "./expression.ts"

export type Key = { pk: string; sk: string }
export type Item = Key & Record<string, unknown>

/** One write of a transaction. */
export type Write =
  | { put: Item; when?: Condition }
  | { update: Key; change: Change; when?: Condition }
  | { delete: Key; when?: Condition }
  | { check: Key; when: Condition }

export const ABSENT: Condition = { if: "attribute_not_exists(#pk)" }
export const PRESENT: Condition = { if: "attribute_exists(#pk)" }

/** The condition of a single write did not hold. */
export class ConditionFailedError extends Error {}

/** A transaction was cancelled: one reason per write, "None" for those that were not at fault. Nothing was written. */
export class TransactionFailedError extends Error {
  readonly reasons: string[]
  constructor(reasons: string[]) {
    super(`transaction cancelled: ${reasons.join(", ")}`)
    this.reasons = reasons
  }
  /** Whether trying again with fresh reads makes sense: another transaction was at the same items, or capacity ran out. */
  get contended() {
    return this.reasons.some((reason) => reason !== "None" && reason !== "ConditionalCheckFailed")
  }
}

/**
 * The single table. All reads are strongly consistent and leave out items past their `ttl`, which DynamoDB removes days late.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ttl-expired-items.html
 */
export class Table {
  readonly #documents: DynamoDBDocumentClient
  readonly #clock: Clock
  readonly name: string

  constructor(options: { name: string; clock: Clock; client?: DynamoDBClient }) {
    this.name = options.name
    this.#clock = options.clock
    // Two tries of 1.5 s: chat must refuse within 3 s rather than hang when the table is out of reach.
    const client =
      options.client ??
      new DynamoDBClient({
        maxAttempts: 2,
        requestHandler: { connectionTimeout: 1_000, requestTimeout: 1_500, throwOnRequestTimeout: true },
      })
    this.#documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
  }

  async get(key: Key): Promise<Item | undefined> {
    const { Item: item } = await answered(
      this.#documents.send(new GetCommand({ TableName: this.name, Key: key, ConsistentRead: true })),
    )
    return this.#live(item)
  }

  /** Items of one partition whose `sk` lies in [from, to], in order. Follows pages until `limit` or the end. */
  async query(range: { pk: string; from: string; to: string; limit?: number; reverse?: boolean }): Promise<Item[]> {
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
        const live = this.#live(item)
        if (live) found.push(live)
      }
      start = page.LastEvaluatedKey
    } while (start && (range.limit === undefined || found.length < range.limit))
    return found
  }

  /** Keys listed under `gsi1pk`, in the order of `gsi1sk`. The index lags behind the table: read the items again before acting. */
  async listKeys(gsi1pk: string, limit: number): Promise<Key[]> {
    const { Items: items = [] } = await answered(
      this.#documents.send(
        new QueryCommand({
          TableName: this.name,
          IndexName: "gsi1",
          KeyConditionExpression: "gsi1pk = :pk",
          ExpressionAttributeValues: { ":pk": gsi1pk },
          Limit: limit,
        }),
      ),
    )
    return items.map((item) => ({ pk: item["pk"], sk: item["sk"] }))
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

  #live(item: Record<string, unknown> | undefined): Item | undefined {
    if (!item) return undefined
    const { pk, sk, ttl } = item
    if (typeof pk !== "string" || typeof sk !== "string") return undefined
    if (typeof ttl === "number" && ttl * 1000 <= this.#clock.now()) return undefined
    return { ...item, pk, sk }
  }
}

/** Names what the table refused; everything the SDK has given up on after its own tries is "unavailable". */
async function answered<T>(request: Promise<T>): Promise<T> {
  try {
    return await request
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) throw new ConditionFailedError("condition failed")
    if (error instanceof TransactionCanceledException)
      throw new TransactionFailedError((error.CancellationReasons ?? []).map((reason) => reason.Code ?? "None"))
    if (
      error instanceof DynamoDBServiceException &&
      error.$fault === "client" &&
      !error.$retryable &&
      !PASSING.has(error.name)
    )
      throw error // a bug in the request
    throw new UnavailableError(error)
  }
}

const PASSING = new Set(["TransactionConflictException", "TransactionInProgressException"])
