import { randomUUID } from "node:crypto"
import { iso } from "@spec-wizard/core/clock"
import { arn } from "../arn.ts"
import { addressOf } from "./address.ts"
import type { Mail } from "./mailbox.ts"

type EventType = "Delivery" | "Bounce" | "Complaint"

/** One thing that happened to a mail, as SES publishes it. */
export type SesEvent = { eventType: EventType; mail: object } & Record<string, unknown>

const SIMULATOR = /^(bounce|complaint|suppressionlist)(\+.*)?@simulator\.amazonses\.com$/i

/** Fates other than delivery. @see https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-email-simulator */
const FATES: Record<string, EventType[]> = {
  bounce: ["Bounce"],
  suppressionlist: ["Bounce"],
  complaint: ["Delivery", "Complaint"],
}

/** What happens to a mail to this address, in order. */
export const fateOf = (address: string): EventType[] => FATES[simulated(address)] ?? ["Delivery"]

const simulated = (address: string) => SIMULATOR.exec(address)?.[1]?.toLowerCase() ?? ""

/** @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
export function sesEvent(
  type: EventType,
  { id, at, from, to, subject }: Mail,
  recipient: string,
  tags: Record<string, string[]>,
): SesEvent {
  const timestamp = iso(Date.now())
  const destination = to.split(",")
  const happened = { timestamp, feedbackId: `0100-${randomUUID()}-000000` }
  const detail = {
    Delivery: {
      delivery: {
        timestamp,
        processingTimeMillis: Math.max(0, Date.parse(timestamp) - Date.parse(at)),
        recipients: [recipient],
        smtpResponse: "250 2.6.0 Message received",
        reportingMTA: "local",
      },
    },
    Bounce: {
      bounce: {
        ...happened,
        bounceType: "Permanent",
        bounceSubType: simulated(recipient) === "suppressionlist" ? "Suppressed" : "General",
        bouncedRecipients: [
          {
            emailAddress: recipient,
            action: "failed",
            status: "5.1.1",
            diagnosticCode: "smtp; 550 5.1.1 user unknown",
          },
        ],
        reportingMTA: "dns; local",
      },
    },
    Complaint: {
      complaint: {
        ...happened,
        complainedRecipients: [{ emailAddress: recipient }],
        complaintSubType: null,
        complaintFeedbackType: "abuse",
        userAgent: "Amazon SES Mailbox Simulator",
        arrivalDate: timestamp,
      },
    },
  }[type]
  return {
    eventType: type,
    mail: {
      timestamp: at,
      source: from,
      sourceArn: arn("ses", `identity/${addressOf(from)}`),
      sendingAccountId: "000000000000",
      messageId: id,
      destination,
      headersTruncated: false,
      headers: [],
      commonHeaders: { from: [from], to: destination, messageId: id, subject },
      tags,
    },
    ...detail,
  }
}
