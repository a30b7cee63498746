import { remove } from "@spec-wizard/core/lifecycle/erase"
import { erasure as deps } from "./deps.ts"
import { onTask } from "./on-task.ts"

/** Removes what an erased session left behind. */
export const handler = onTask(deps, async ({ task }) => {
  if (task.kind !== "erasure") return { status: "dropped" }
  await remove(deps, task.sessionId)
  return { status: "sent" }
})
