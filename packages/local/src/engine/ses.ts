import { randomUUID } from "node:crypto"
import { iso } from "@spec-wizard/core/clock"
import * as z from "zod/mini"
import type { Ask } from "../access.ts"
import { type Call, type HostedService, parseCall, ServiceError } from "../gateway/hosted-service.ts"
import { addressesIn, addressOf } from "./address.ts"
import type { Mail, Mailbox } from "./mailbox.ts"
import { OnDemand } from "./on-demand.ts"
import { type Accepted, openSesEngine } from "./ses-engine.ts"
import { fateOf, type SesEvent, sesEvent } from "./ses-event.ts"

const SEND_PATH = "/v2/email/outbound-emails"
/** @see https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
const MAX_BYTES = 40 * 1024 * 1024
const MAX_RECIPIENTS = 50
/** SES takes no other letters, nor these outside ASCII. */
const TAG = /^[\w-]{1,256}$/
const ADDRESS = /^[\x21-\x7e]+@[\x21-\x7e]+$/
/** What becomes of a mail is told so much later. */
const EVENT_MS = 100

const Addresses = z.optional(z.array(z.string()))

/** Of a request, what the engine does not look at. */
const Request = z.object({
  FromEmailAddress: z.optional(z.string()),
  Destination: z.optional(z.object({ ToAddresses: Addresses, CcAddresses: Addresses, BccAddresses: Addresses })),
  ConfigurationSetName: z.optional(z.string()),
  Content: z.optional(
    z.object({
      Simple: z.optional(z.object({ Headers: z.optional(z.array(z.object({ Name: z.string(), Value: z.string() }))) })),
    }),
  ),
  EmailTags: z.optional(
    z.array(z.object({ Name: z.string().check(z.regex(TAG)), Value: z.string().check(z.regex(TAG)) })),
  ),
})
type Request = z.infer<typeof Request>

const SEND: Ask = { action: "ses:SendEmail", resource: "mail", isGranted: ({ send }) => send === true }

type Tag = { Name: string; Value: string }

type Stage = {
  /** An address, or `Name <address>`. */
  sender: string
  configurationSet: string
  mailbox: Mailbox
  publish: (event: SesEvent) => void
  /** Whose words a mail with these tags has. */
  aboutOf?: (tags: readonly Tag[]) => Promise<string | undefined>
}

/** SES: takes a mail as SES would, keeps it in the mailbox, and tells a moment later what has become of it. */
export class Ses {
  readonly #stage: Stage
  readonly #engine = new OnDemand(openSesEngine, (engine) => engine.stop())
  readonly #tellings = new Set<NodeJS.Timeout>()

  readonly service: HostedService = {
    maxBytes: MAX_BYTES,
    tooLarge: new ServiceError(400, "MessageRejected", `Message length is more than ${MAX_BYTES} bytes long.`),
    asks: () => [SEND],
    answer: async (call) => ({
      status: 200,
      type: "application/json",
      body: JSON.stringify({ MessageId: await this.#send(call) }),
    }),
  }

  constructor(stage: Stage) {
    this.#stage = stage
  }

  async stop(): Promise<void> {
    for (const timer of this.#tellings) clearTimeout(timer)
    await this.#engine.stop()
  }

  async #send(call: Call): Promise<string> {
    if (call.method !== "POST" || call.path !== SEND_PATH)
      throw new ServiceError(404, "UnknownOperationException", "Only SendEmail is known here.")
    const request = parseCall(Request, call, "BadRequestException")
    const { ConfigurationSetName: configurationSet } = request
    if (configurationSet !== undefined && configurationSet !== this.#stage.configurationSet)
      throw new ServiceError(404, "NotFoundException", `Configuration set <${configurationSet}> does not exist.`)

    const accepted = await (await this.#engine.get()).accept(call.body)
    for (const from of [accepted.from, request.FromEmailAddress ?? accepted.from]) this.#assertOurs(from)
    const recipients = recipientsOf(request, accepted)
    const headers = (request.Content?.Simple?.Headers ?? []).map(({ Name, Value }) => [Name, Value])
    const tags = request.EmailTags ?? []
    const about = await this.#stage.aboutOf?.(tags)
    const mail = {
      ...mailOf(accepted, recipients, Object.fromEntries(headers)),
      ...(about !== undefined && { about }),
    }
    await this.#stage.mailbox.add(mail)
    // Without a configuration set nobody is subscribed to what happens.
    if (configurationSet !== undefined) this.#tell(mail, configurationSet, tags)
    return mail.id
  }

  #assertOurs(from: string): void {
    if (addressOf(from) === addressOf(this.#stage.sender)) return
    const identities = "The following identities failed the check in region US-EAST-1"
    throw new ServiceError(400, "MessageRejected", `Email address is not verified. ${identities}: ${from}`)
  }

  #tell(mail: Mail, configurationSet: string, tags: Tag[]): void {
    const own = tags.map(({ Name, Value }) => [Name, [Value]] as const)
    const all = { "ses:configuration-set": [configurationSet], ...Object.fromEntries(own) }
    for (const recipient of mail.to.split(","))
      for (const [at, type] of fateOf(recipient).entries()) {
        const timer = setTimeout(
          () => {
            this.#tellings.delete(timer)
            this.#stage.publish(sesEvent(type, mail, recipient, all))
          },
          EVENT_MS * (at + 1),
        )
        this.#tellings.add(timer)
      }
  }
}

/** Addresses alone, from the request or, when a raw mail brings its own, from the mail. */
function recipientsOf({ Destination: given }: Request, { destination: read }: Accepted): string[] {
  const named = [given?.ToAddresses, given?.CcAddresses, given?.BccAddresses].flatMap((list) => list ?? [])
  const recipients = (named.length > 0 ? named : [read.to, read.cc, read.bcc].flat()).flatMap(addressesIn)
  if (recipients.length === 0 || recipients.length > MAX_RECIPIENTS)
    throw new ServiceError(400, "BadRequestException", `A mail has 1 to ${MAX_RECIPIENTS} recipients.`)
  if (!recipients.every((address) => ADDRESS.test(address)))
    throw new ServiceError(400, "BadRequestException", "An address is not one in ASCII with an @ and a domain.")
  return recipients
}

/** SES's ids begin with a region's number and the time. */
const idAt = (now: number) => `0100${now.toString(16).padStart(12, "0")}-${randomUUID()}-000000`

function mailOf(
  { from, replyTo, subject, body, attachments }: Accepted,
  recipients: string[],
  headers: Mail["headers"],
): Mail {
  const now = Date.now()
  return {
    id: idAt(now),
    from,
    to: recipients.join(","),
    replyTo: replyTo.flatMap(addressesIn).join(","),
    headers,
    subject,
    text: body.text ?? "",
    html: body.html ?? "",
    attachments: attachments.map(({ filename = "attachment", contentType, content }) => ({
      filename,
      contentType,
      base64: content,
    })),
    at: iso(now),
  }
}
