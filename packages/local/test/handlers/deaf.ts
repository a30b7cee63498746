import { handler as listening } from "@spec-wizard/exports/mail-events"

/** Hears what SES tells of mails, unless a test wants it not to. */
export const handler: typeof listening = async (event) => {
  if (process.env["TEST_DEAF"] !== "1") await listening(event)
}
