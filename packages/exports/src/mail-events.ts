import { suppress } from "@spec-wizard/core/address/suppression"
import * as Log from "@spec-wizard/core/log"
import * as Outbox from "@spec-wizard/core/outbox"
import type { SNSEvent } from "aws-lambda"
import * as z from "zod/mini"
import { told as deps } from "./deps.ts"
import { tellExport } from "./tell-export.ts"

/** @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
const Told = z.object({
  eventType: z.string(),
  mail: z.object({ tags: z._default(z.record(z.string(), z.array(z.string())), {}) }),
  bounce: z.optional(z.object({ bounceType: z.string() })),
})

/** What SES tells of a mail later: it arrived, came back, or was called spam. Then nothing is sent there for a while. */
export async function handler({ Records }: SNSEvent): Promise<void> {
  for (const { Sns } of Records) {
    const told = Told.safeParse(json(Sns.Message))
    if (!told.success) continue // SES tries a new topic with a sentence
    const { eventType, mail, bounce } = told.data
    const status = statusOf(eventType, bounce?.bounceType)
    const { outbox: [outbox] = [], address: [address] = [] } = mail.tags
    const id = Outbox.ID.safeParse(outbox)
    if (!status || !id.success) continue
    if (address !== undefined && status !== "delivered") await suppress(deps, address, status)
    const task = await Outbox.report(deps, id.data, status)
    if (task) await tellExport(deps, task, address, status === "delivered" ? status : `mail.${status}`)
    Log.info("mail.reported", { outboxId: id.data, status })
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function statusOf(eventType: string, bounceType?: string): "delivered" | "bounced" | "complained" | undefined {
  if (eventType === "Delivery") return "delivered"
  if (eventType === "Complaint") return "complained"
  // A full mailbox, or a server that is down: SES says so after it has tried for hours, and the address is a good one.
  return eventType === "Bounce" && bounceType === "Permanent" ? "bounced" : undefined
}
