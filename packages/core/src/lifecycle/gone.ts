import type * as Outbox from "../outbox/outbox.ts"
import * as Session from "../protocol/session.ts"
import { Reference } from "../protocol/submission.ts"
import { isErased, key as sessionKey } from "../session/item.ts"
import { key as submissionKey } from "../submission/item.ts"
import type { Table } from "../table/table.ts"

/** Whose words what is done may carry: a session's, a submission's, or nobody's, as those of a link that an address alone was asked for. */
export function aboutOf(task: Outbox.Task): string | undefined {
  if ("reference" in task) return task.reference
  return task.sessionId
}

/** Whether one of them was erased; false for what is not known, so that nothing goes because a table is empty. */
export async function isGone(deps: { table: Table }, id: string): Promise<boolean> {
  const session = Session.ID.safeParse(id)
  if (session.success) {
    const head = await deps.table.get(sessionKey(session.data))
    return head !== undefined && isErased(head)
  }
  const submission = await deps.table.get(submissionKey(Reference.parse(id)))
  return submission?.["status"] === "erased"
}
