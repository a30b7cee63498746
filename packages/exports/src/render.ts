import type { Of } from "@spec-wizard/core/export/advance"
import * as Export from "@spec-wizard/core/export/render"
import { nameOf } from "@spec-wizard/core/file"
import * as Outbox from "@spec-wizard/core/outbox"
import type * as Session from "@spec-wizard/core/session"
import * as Submission from "@spec-wizard/core/submission/pdf"
import { render as deps } from "./deps.ts"
import { onTask } from "./on-task.ts"
import { Printer } from "./pdf/printer.ts"

/** Not among the other dependencies: no other function may carry Typst. */
const printer = new Printer()

/** As often as its queue brings a message: then whoever waits is told, and somebody has to look. */
const MAX_TRIES = 5

/** Makes the file of an export or of a submission. The same document gives the same bytes, so that made twice it is one file. */
export const handler = onTask(
  deps,
  async ({ task, attempt }) => {
    if (task.kind === "print") return await renderSubmission(task.reference)
    if (task.kind !== "export") return { status: "dropped" }
    try {
      return await renderExport(task)
    } catch (error) {
      if (attempt >= MAX_TRIES) await Export.fail(deps, task, "export.failed")
      throw error
    }
  },
  async ({ task }) => {
    if (task.kind === "export") await Export.fail(deps, task, "export.failed")
  },
)

type Outcome = Awaited<ReturnType<Parameters<typeof onTask>[1]>>

async function renderExport(of: Of): Promise<Outcome> {
  const job = await Export.take(deps, of)
  if (!job) return { status: "dropped" }
  const { document, input, stored } = job
  const made = await store(of.sessionId, await printer.render(document, { ...input, paper: stored.paper }))
  if (!(await Export.finish(deps, of, made))) await eraseAgain(of.sessionId)
  return { status: "sent" }
}

async function renderSubmission(reference: string): Promise<Outcome> {
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
