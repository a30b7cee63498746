import * as Log from "@spec-wizard/core/log"
import { count, figuresOf } from "@spec-wizard/core/metrics"
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda"
import { deps } from "./deps.ts"

/** Counts what has changed in the table. From the first change that could not be counted on, they come again. */
export async function handler({ Records: records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const counted = await count(deps, records)
  const figures = figuresOf(counted)
  if (figures) Log.figures("metrics.counted", deps.stage, figures)
  const { failedFrom } = counted
  return { batchItemFailures: failedFrom === undefined ? [] : [{ itemIdentifier: failedFrom }] }
}
