import * as Export from "@spec-wizard/core/export/render"
import type * as Outbox from "@spec-wizard/core/outbox"
import * as Submission from "@spec-wizard/core/submission/pdf"
import { exporter as deps } from "./deps.ts"
import { onTask } from "./on-task.ts"

/** Then whoever waits is told, and somebody has to look. */
const MAX_TRIES = 5

/**
 * Has files made, and counts the tries. `Render` itself could not: its native module may be why it does not even start. See
 * docs/decisions/0037.
 */
export const handler = onTask(
  deps,
  async (stored) => {
    const { task } = stored
    if (task.kind !== "export" && task.kind !== "print") return { status: "dropped" }
    const outcome = await deps.render(task)
    if (outcome.status === "failed") await giveUp(stored)
    return outcome
  },
  { abandoned: giveUp, maxTries: MAX_TRIES },
)

async function giveUp({ task }: Outbox.Stored): Promise<void> {
  if (task.kind === "export") await Export.fail(deps, task, "export.failed")
  if (task.kind === "print") await Submission.fail(deps, task.reference)
}
