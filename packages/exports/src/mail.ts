import { isSuppressed } from "@spec-wizard/core/address/suppression"
import * as Log from "@spec-wizard/core/log"
import { compose } from "./compose.ts"
import { post as deps } from "./deps.ts"
import { MailRejectedError } from "./mail/mailer.ts"
import { write } from "./mail/template.ts"
import { onTask } from "./on-task.ts"

/** Writes and sends the mail of a task, as things stand by then. */
export const handler = onTask(deps, async ({ id, task }) => {
  const composed = await compose(deps, task)
  if (!composed) return { status: "dropped" }
  const { to, address, locale, letter } = composed
  if (await isSuppressed(deps, address)) return { status: "dropped" }
  try {
    const messageId = await deps.mailer.send({ ...write(letter, locale), to, tags: { outbox: id, address } })
    return { status: "sent", messageId }
  } catch (error) {
    if (!(error instanceof MailRejectedError)) throw error
    Log.error("mail.rejected", { outboxId: id }, error)
    return { status: "failed" }
  }
})
