import type { Of } from "@spec-wizard/core/export/advance"
import * as Export from "@spec-wizard/core/export/render"
import { nameOf } from "@spec-wizard/core/file"
import * as Log from "@spec-wizard/core/log"
import * as Outbox from "@spec-wizard/core/outbox"
import type * as Session from "@spec-wizard/core/session"
import * as Submission from "@spec-wizard/core/submission/pdf"
import { render as deps } from "./deps.ts"
import { FileTask } from "./file-task.ts"
import type { Rendered } from "./invoke-render.ts"
import { UnprintableError } from "./pdf/error.ts"
import { Printer } from "./pdf/printer.ts"

/** Not among the other dependencies: no other function may carry Typst. */
const printer = new Printer()

/**
 * Makes the file of an export or of a submission, as `Export` asks. The same document gives the same bytes, so that made twice it is one file.
 * What it throws may be mended by another try.
 */
export async function handler(event: unknown): Promise<Rendered> {
  const task = FileTask.parse(event)
  try {
    return await (task.kind === "print" ? renderSubmission(task.reference) : renderExport(task))
  } catch (error) {
    Log.error("render.failed", { kind: task.kind }, error)
    if (error instanceof UnprintableError) return { status: "failed" }
    throw error
  }
}

async function renderExport(of: Of): Promise<Rendered> {
  const job = await Export.take(deps, of)
  if (!job) return { status: "dropped" }
  const { document, input, stored } = job
  const made = await store(of.sessionId, await printer.render(document, { ...input, paper: stored.paper }))
  if (!(await Export.finish(deps, of, made))) await eraseAgain(of.sessionId)
  return { status: "sent" }
}

async function renderSubmission(reference: string): Promise<Rendered> {
  const job = await Submission.take(deps, reference)
  if (!job) return { status: "dropped" }
  const made = await store(reference, await printer.render(job.document, job.input))
  const { sessionId } = job.stored
  if (!(await Submission.finish(deps, reference, made)) && sessionId) await eraseAgain(sessionId)
  return { status: "sent" }
}

async function store(owner: string, bytes: Uint8Array): Promise<{ file: string; sizeBytes: number }> {
  const file = nameOf(owner, bytes)
  await deps.files.put(file, bytes)
  return { file, sizeBytes: bytes.length }
}

/** The session was erased while its file was made: whoever erases must come once more. */
async function eraseAgain(sessionId: Session.ID): Promise<void> {
  const { entry, write } = Outbox.entry(deps, { kind: "erasure", sessionId })
  await deps.table.transact([write])
  await Outbox.announce(deps, entry)
}
