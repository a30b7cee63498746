import { SESv2Client, SESv2ServiceException, SendEmailCommand } from "@aws-sdk/client-sesv2"
import { PerhapsDoneError } from "../on-task.ts"

export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  tags: Record<string, string>
  attachments?: readonly Attachment[]
  /** Where an answer to it goes, if not to where it comes from. */
  replyTo?: string
}

/** No person wrote it, so no machine answers it: no note of an absence comes back. RFC 3834, 5. */
const AUTOMATIC = { Name: "Auto-Submitted", Value: "auto-generated" }

export type Attachment = { filename: string; contentType: string; bytes: Uint8Array }

/** SES will never take this mail. */
export class MailRejectedError extends Error {}

/** Beside 429: nothing is wrong with the mail, SES takes it another time. */
const PASSING = new Set(["AccountSuspendedException", "LimitExceededException", "SendingPausedException"])

/** Sends by SES, one recipient a mail. */
export class Mailer {
  readonly #client: SESv2Client
  readonly #from: string
  readonly #configurationSet: string

  constructor(options: { from: string; configurationSet: string; client?: SESv2Client }) {
    this.#from = options.from
    this.#configurationSet = options.configurationSet
    this.#client =
      options.client ??
      new SESv2Client({
        maxAttempts: 1, // SES knows no idempotency key: a try of its own could send twice, and nobody would know
        requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
      })
  }

  /**
   * Gives SES's name for the mail. `tags` come back in what SES tells of it.
   * @throws {MailRejectedError} @throws {PerhapsDoneError} when SES did not say whether it took it @throws when it certainly did not
   */
  async send({ to, subject, text, html, tags, attachments = [], replyTo }: Mail): Promise<string> {
    const body = (Data: string) => ({ Data, Charset: "UTF-8" })
    try {
      const { MessageId = "" } = await this.#client.send(
        new SendEmailCommand({
          FromEmailAddress: this.#from,
          Destination: { ToAddresses: [to] },
          ...(replyTo && { ReplyToAddresses: [replyTo] }),
          ConfigurationSetName: this.#configurationSet,
          EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
          Content: {
            Simple: {
              Subject: body(subject),
              Body: { Text: body(text), Html: body(html) },
              Headers: [AUTOMATIC],
              ...(attachments.length > 0 && { Attachments: attachments.map(attached) }),
            },
          },
        }),
      )
      return MessageId
    } catch (error) {
      if (!(error instanceof SESv2ServiceException) || error.$fault === "server")
        throw new PerhapsDoneError("no answer of SES", { cause: error })
      const isPassing = error.$metadata.httpStatusCode === 429 || PASSING.has(error.name)
      throw isPassing ? error : new MailRejectedError("SES refuses this mail", { cause: error })
    }
  }
}

const attached = ({ filename, contentType, bytes }: Attachment) => ({
  FileName: filename,
  ContentType: contentType,
  ContentDisposition: "ATTACHMENT" as const,
  ContentTransferEncoding: "BASE64" as const,
  RawContent: bytes,
})
