import type { Clock } from "../clock.ts"
import type { Input } from "../document/format/input.ts"
import type { Document } from "../protocol/document.ts"
import type * as SessionSchema from "../protocol/session.ts"
import type { Reference } from "../protocol/submission.ts"
import * as Session from "../session/session.ts"
import { about } from "../specification/about.ts"
import * as Specification from "../specification/specification.ts"
import { type Change, type Condition, ConditionFailedError, type Table } from "../table/table.ts"
import * as Frozen from "./frozen.ts"
import { key, type Stored } from "./item.ts"
import { get } from "./submission.ts"

type Deps = { table: Table; clock: Clock }

export type Job = { stored: Stored; document: Document; input: Input & { reference: string } }

/** What is to be printed for the owner. Undefined when that is done, or erased. */
export async function take(deps: Deps, reference: Reference): Promise<Job | undefined> {
  const stored = await get(deps, reference)
  if (stored.status === "erased" || stored.pdf) return undefined
  const document = await Frozen.read(deps, reference)
  if (!document) return undefined
  const { patches, numbers } = await historyOf(deps, stored.sessionId)
  const input = about(stored, document, { history: patches, numbers, at: stored.createdAt, form: "full" })
  return { stored, document, input: { ...input, reference } }
}

const NONE = { patches: [], numbers: new Map<string, number>() }

/** A submission outlives its session, and with that its history. */
async function historyOf(deps: Deps, sessionId: SessionSchema.ID | undefined) {
  const head = sessionId && (await Session.find(deps, sessionId))
  return head ? await Specification.history(deps, head) : NONE
}

/** False when it was erased meanwhile: then nothing may stay of the file. */
export async function finish(
  deps: Deps,
  reference: Reference,
  pdf: { file: string; sizeBytes: number },
): Promise<boolean> {
  return await change(deps, reference, { set: { pdf }, remove: ["pdfError"] }, NOT_ERASED)
}

/** The owner is told that it could not be made, or could not so often that it may never be. */
export async function fail(deps: Deps, reference: Reference): Promise<void> {
  const isWanted = {
    if: "attribute_exists(#pk) AND #status <> :erased AND attribute_not_exists(#pdf)",
    values: { erased: "erased" },
  }
  await change(deps, reference, { set: { pdfError: "export.failed" } }, isWanted)
}

const NOT_ERASED = { if: "attribute_exists(#pk) AND #status <> :erased", values: { erased: "erased" } }

/** False when the condition does not hold any more. */
async function change(deps: Deps, reference: Reference, change: Change, when: Condition): Promise<boolean> {
  try {
    await deps.table.update(key(reference), change, when)
    return true
  } catch (error) {
    if (error instanceof ConditionFailedError) return false
    throw error
  }
}
