import * as Submission from "../protocol/submission.ts"
import type { Table } from "../table/table.ts"
import { messageKey } from "./item.ts"

/** What the owner said once about a submission; undefined when it was erased. */
export async function said(
  deps: { table: Table },
  reference: Submission.Reference,
  id: Submission.Said["id"],
): Promise<Submission.Said | undefined> {
  const item = await deps.table.get(messageKey(reference, id))
  return item && Submission.Said.parse(item)
}
