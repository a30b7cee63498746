import * as Deliver from "@spec-wizard/core/export/deliver"
import type * as Outbox from "@spec-wizard/core/outbox"

/**
 * What became of a mail, for those who wait for a file: of its own mail, and, when that is bad, of the link that was to be opened first.
 * `address` is the fingerprint of where the mail went.
 */
export async function tellExport(
  deps: Parameters<typeof Deliver.tell>[0],
  task: Outbox.Task,
  address: string | undefined,
  news: "sent" | "delivered" | Deliver.Undelivered,
): Promise<void> {
  if (task.kind === "exportMail") return await Deliver.tell(deps, task, news)
  const isBad = news !== "sent" && news !== "delivered"
  if (task.kind === "link" && task.sessionId && address !== undefined && isBad)
    await Deliver.fail(deps, task.sessionId, address, news)
}
