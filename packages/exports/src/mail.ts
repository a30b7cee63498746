import { isSuppressed } from "@spec-wizard/core/address/suppression"
import * as Log from "@spec-wizard/core/log"
import { compose } from "./compose.ts"
import { post as deps } from "./deps.ts"
import { MailRejectedError } from "./mail/mailer.ts"
import { write } from "./mail/template.ts"
import { onTask } from "./on-task.ts"
import { mayGet } from "./stranger.ts"
import { tellExport } from "./tell-export.ts"

/** Writes and sends the mail of a task, as things stand by then. */
export const handler = onTask(deps, async ({ id, task }) => {
  const composed = await compose(deps, task)
  if (!composed) return { status: "dropped" }
  const { to, address, locale, letter, attachments = [], replyTo, askedFor } = composed
  if (await isSuppressed(deps, address)) {
    await tellExport(deps, task, address, "mail.bounced")
    return { status: "dropped" }
  }
  if (askedFor && !(await mayGet(deps, askedFor, id))) {
    Log.info("mail.withheld", { outboxId: id })
    return { status: "dropped" }
  }
  try {
    const tags = { outbox: id, address }
    const mail = { ...write(letter, locale), to, tags, attachments, ...(replyTo && { replyTo }) }
    const messageId = await deps.mailer.send(mail)
    // The mail is out: what cannot be told now is told when it has arrived.
    await tellExport(deps, task, address, "sent").catch((error) => Log.warn("export.untold", { outboxId: id }, error))
    return { status: "sent", messageId }
  } catch (error) {
    if (!(error instanceof MailRejectedError)) throw error
    Log.error("mail.rejected", { outboxId: id }, error)
    await tellExport(deps, task, address, "mail.rejected")
    return { status: "failed" }
  }
})
