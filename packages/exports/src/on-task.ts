import type { Clock } from "@spec-wizard/core/clock"
import * as Log from "@spec-wizard/core/log"
import * as Outbox from "@spec-wizard/core/outbox"
import { Body } from "@spec-wizard/core/outbox/queue"
import type { Table } from "@spec-wizard/core/table"
import type { SQSBatchResponse, SQSEvent } from "aws-lambda"

/** The task may have been done, and nobody can tell. */
export class PerhapsDoneError extends Error {}

export type Outcome = Parameters<typeof Outbox.settle>[2]

type End = { abandoned?: (stored: Outbox.Stored) => Promise<void>; maxTries?: number }

/**
 * A function that does what stands in the outbox, told by a queue. The entry decides, not the message: one that is doubled, late or early
 * does nothing. Work that fails is tried again, at once, or when its lease has run out if it may have been done; after `maxTries` it is set
 * aside. `abandoned` hears of what is not tried any more.
 */
export function onTask(
  deps: { table: Table; clock: Clock },
  work: (stored: Outbox.Stored) => Promise<Outcome>,
  { abandoned, maxTries = Number.POSITIVE_INFINITY }: End = {},
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  async function take(text: string): Promise<void> {
    const { outboxId } = Body.parse(JSON.parse(text))
    const stored = await Outbox.claim(deps, outboxId)
    if (!stored) return
    if (stored.status === "failed") return await abandoned?.(stored)
    try {
      const outcome = await work(stored)
      await Outbox.settle(deps, stored, outcome)
      Log.info("outbox.done", { outboxId, kind: stored.task.kind, status: outcome.status })
    } catch (error) {
      if (stored.attempt >= maxTries) {
        await abandoned?.(stored)
        await Outbox.setAside(deps, stored)
      } else if (!(error instanceof PerhapsDoneError)) await Outbox.release(deps, stored)
      throw error
    }
  }

  return async ({ Records }) => {
    const batchItemFailures: SQSBatchResponse["batchItemFailures"] = []
    for (const { messageId, body } of Records)
      try {
        await take(body)
      } catch (error) {
        Log.error("outbox.failed", {}, error)
        batchItemFailures.push({ itemIdentifier: messageId }) // comes again
      }
    return { batchItemFailures }
  }
}
