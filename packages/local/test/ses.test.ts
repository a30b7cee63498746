import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from "@aws-sdk/client-sesv2"
import { afterEach, describe, expect, test } from "vitest"
import { Mailbox } from "../src/engine/mailbox.ts"
import { Ses } from "../src/engine/ses.ts"
import type { SesEvent } from "../src/engine/ses-event.ts"
import { SES_PATH } from "../src/environment.ts"
import { openOrigin } from "./origin.ts"

const SENDER = "Spec Wizard <spec-wizard@localhost>"
const SET = "stage-mail"

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function openSes() {
  const mailbox = await Mailbox.open()
  const told: SesEvent[] = []
  const ses = new Ses({ sender: SENDER, configurationSet: SET, mailbox, publish: (event) => told.push(event) })
  const origin = await openOrigin({}, { mailbox, services: () => ({ [SES_PATH]: ses.service }) })
  const client = new SESv2Client({
    endpoint: `http://127.0.0.1:${origin.port}${SES_PATH}`,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  })
  open.push(
    () => origin.close(),
    () => ses.stop(),
    () => client.destroy(),
  )
  const send = (input: Partial<SendEmailCommandInput> = {}) =>
    client.send(new SendEmailCommand({ ...simple("ada@example.com"), ...input }))
  return { ...origin, mailbox, told, send }
}

const simple = (...to: string[]): SendEmailCommandInput => ({
  FromEmailAddress: SENDER,
  Destination: { ToAddresses: to },
  ConfigurationSetName: SET,
  Content: { Simple: { Subject: { Data: "Your link" }, Body: { Text: { Data: "Hello" } } } },
})

describe("a mail", () => {
  test("is kept with its text, its formatting and its attachments, the newest last", async () => {
    const { send, url } = await openSes()
    const { MessageId: id } = await send({
      ReplyToAddresses: ["Bo <bo@example.com>"],
      Content: {
        Simple: {
          Headers: [{ Name: "Auto-Submitted", Value: "auto-generated" }],
          Subject: { Data: "Ihr Link – für später" },
          Body: { Text: { Data: "Grüße\nhttp://localhost/link#token=a" }, Html: { Data: "<p>Grüße</p>" } },
          Attachments: [
            { FileName: "spec.pdf", ContentType: "application/pdf", RawContent: Buffer.from([0x25, 0x50, 0x00, 0xff]) },
          ],
        },
      },
    })
    await send({ Destination: { ToAddresses: ["Ada <ada@example.com>", "bo@example.com"] } })
    const { emails } = (await (await fetch(`${url}/_local/mail.json`)).json()) as { emails: object[] }
    expect(emails).toEqual([
      {
        id,
        from: SENDER,
        to: "ada@example.com",
        replyTo: "bo@example.com",
        headers: { "Auto-Submitted": "auto-generated" },
        subject: "Ihr Link – für später",
        text: "Grüße\nhttp://localhost/link#token=a",
        html: "<p>Grüße</p>",
        attachments: [{ filename: "spec.pdf", contentType: "application/pdf", base64: "JVAA/w==" }],
        at: expect.stringMatching(/^\d{4}-.*Z$/),
      },
      expect.objectContaining({ to: "ada@example.com,bo@example.com", html: "", attachments: [] }),
    ])
  })

  test("may be raw", async () => {
    const { send, mailbox } = await openSes()
    const raw = [
      `From: ${SENDER}`,
      'To: "Lovelace, Ada" <ada@example.com>',
      "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="x"',
      "",
      "--x",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from("Hällo").toString("base64"),
      "--x",
      'Content-Type: text/csv; name="a.csv"',
      'Content-Disposition: attachment; filename="a.csv"',
      "",
      "1,2",
      "--x--",
    ].join("\r\n")
    const Content = { Raw: { Data: Buffer.from(raw) } }
    await send({ FromEmailAddress: undefined, Destination: undefined, Content })
    await send({ Destination: { ToAddresses: ["envelope@example.com"] }, Content })
    const [first, second] = mailbox.mails
    expect(first).toMatchObject({ to: "ada@example.com", subject: "Grüße", html: "" })
    expect(first?.text.trim()).toBe("Hällo")
    expect(first?.attachments).toMatchObject([{ filename: "a.csv", contentType: "text/csv" }])
    expect(second?.to).toBe("envelope@example.com")
    const foreign = { Raw: { Data: Buffer.from(raw.replace("spec-wizard@localhost", "evil@example.com")) } }
    await expect(send({ Content: foreign })).rejects.toMatchObject({ name: "MessageRejected" })
  })

  test("from anybody but the stage's sender is refused and not kept, whatever name it bears", async () => {
    const { send, mailbox } = await openSes()
    for (const FromEmailAddress of ["evil@example.com", "spec-wizard@localhost <evil@example.com>"])
      await expect(send({ FromEmailAddress })).rejects.toMatchObject({
        name: "MessageRejected",
        message: `Email address is not verified. The following identities failed the check in region US-EAST-1: ${FromEmailAddress}`,
        $metadata: { httpStatusCode: 400 },
      })
    await send({ FromEmailAddress: "Another Name <spec-wizard@localhost>" })
    await send({ FromEmailAddress: "spec-wizard@localhost" })
    expect(mailbox.mails).toHaveLength(2)
  })

  test.each<[string, Partial<SendEmailCommandInput>, string]>([
    ["with a configuration set there is not", { ConfigurationSetName: "other" }, "NotFoundException"],
    ["to nobody", { Destination: {} }, "BadRequestException"],
    ["to what is no address", { Destination: { ToAddresses: ["ada"] } }, "BadRequestException"],
    ["to an address outside ASCII", { Destination: { ToAddresses: ["ada@exämple.com"] } }, "BadRequestException"],
    [
      "to more than 50",
      { Destination: { BccAddresses: Array.from({ length: 51 }, (_, at) => `a${at}@example.com`) } },
      "BadRequestException",
    ],
    ["with a tag of other letters", { EmailTags: [{ Name: "id", Value: "out 1" }] }, "BadRequestException"],
    ["without a body", { Content: { Simple: { Subject: { Data: "s" }, Body: {} } } }, "BadRequestException"],
    [
      "above 40 MB",
      { Content: { Raw: { Data: Buffer.alloc(31 * 1024 * 1024) } } }, // a third more as base64
      "MessageRejected",
    ],
  ])("%s is refused as SES refuses it, and not kept", async (_, input, name) => {
    const { send, mailbox } = await openSes()
    await expect(send(input)).rejects.toMatchObject({ name })
    expect(mailbox.mails).toEqual([])
  })

  test("is told to who waits for one to its address", async () => {
    const { send, mailbox } = await openSes()
    const [next, another] = [mailbox.next("Bo@example.com"), mailbox.next("cy@example.com")]
    await send()
    await send({ Destination: { ToAddresses: ["cy@example.com", "bo@example.com"] } })
    expect(await next).toMatchObject({ to: "cy@example.com,bo@example.com" })
    expect(await another).toBe(await next)
  })

  test("sent beside twenty others is kept once, and is the one it was", async () => {
    const { send, mailbox } = await openSes()
    const sent = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const to = `a${at}@example.com`
        const { MessageId: id } = await send({ Destination: { ToAddresses: [to] } })
        return `${id} ${to}`
      }),
    )
    expect(mailbox.mails.map(({ id, to }) => `${id} ${to}`).sort()).toEqual(sent.sort())
  })
})

describe("what became of a mail", () => {
  test.each([
    ["ada@example.com", ["Delivery"]],
    ["success@simulator.amazonses.com", ["Delivery"]],
    ["ooto@simulator.amazonses.com", ["Delivery"]],
    ["bounce@simulator.amazonses.com", ["Bounce"]],
    ["bounce+label@simulator.amazonses.com", ["Bounce"]],
    ["suppressionlist@simulator.amazonses.com", ["Bounce"]],
    ["complaint@simulator.amazonses.com", ["Delivery", "Complaint"]],
    ["bounce@example.com", ["Delivery"]],
  ])("to %s is told in order: %o", async (address, types) => {
    const { send, told } = await openSes()
    await send({ Destination: { ToAddresses: [address] } })
    await expect.poll(() => told.map(({ eventType }) => eventType)).toEqual(types)
  })

  test("is told as SES tells it, with the tags of the mail", async () => {
    const { send, told, mailbox } = await openSes()
    const { MessageId: messageId } = await send({
      Destination: {
        ToAddresses: ["bounce@simulator.amazonses.com"],
        BccAddresses: ["complaint@simulator.amazonses.com"],
      },
      EmailTags: [
        { Name: "outbox", Value: "out_01" },
        { Name: "attempt", Value: "2" },
      ],
    })
    await expect.poll(() => told.length).toBe(3)
    const [bounce, delivery, complaint] = ["Bounce", "Delivery", "Complaint"].map((type) =>
      told.find(({ eventType }) => eventType === type),
    )
    const mail = {
      timestamp: mailbox.mails[0]?.at,
      messageId,
      source: SENDER,
      destination: ["bounce@simulator.amazonses.com", "complaint@simulator.amazonses.com"],
      tags: { "ses:configuration-set": [SET], outbox: ["out_01"], attempt: ["2"] },
    }
    const timestamp = expect.stringMatching(/Z$/)
    expect(bounce).toMatchObject({
      mail,
      bounce: {
        bounceType: "Permanent",
        bounceSubType: "General",
        bouncedRecipients: [{ emailAddress: "bounce@simulator.amazonses.com", action: "failed", status: "5.1.1" }],
        timestamp,
        feedbackId: expect.any(String),
      },
    })
    expect(delivery).toMatchObject({
      mail,
      delivery: { timestamp, recipients: ["complaint@simulator.amazonses.com"], smtpResponse: expect.any(String) },
    })
    expect(complaint).toMatchObject({
      mail,
      complaint: {
        timestamp,
        complainedRecipients: [{ emailAddress: "complaint@simulator.amazonses.com" }],
        complaintFeedbackType: "abuse",
      },
    })
  })

  test("is told to nobody when the mail has no configuration set", async () => {
    const { send, told } = await openSes()
    await send({ ConfigurationSetName: undefined })
    await send()
    await expect.poll(() => told.length).toBe(1)
  })
})
