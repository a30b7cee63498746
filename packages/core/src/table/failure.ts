import {
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb"
import { UnavailableError } from "../error.ts"

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

/** Names what the table refused; everything the SDK has given up on after its own tries is "unavailable". */
export async function answered<T>(request: Promise<T>): Promise<T> {
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
