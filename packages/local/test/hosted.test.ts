import { request } from "node:http"
import { afterEach, describe, expect, test } from "vitest"
import { Access } from "../src/access.ts"
import { Mailbox } from "../src/engine/mailbox.ts"
import { Secrets } from "../src/engine/secrets.ts"
import { createServices } from "../src/services.ts"
import { type Origin, openOrigin } from "./origin.ts"

const ACCESS = new Access({
  Sender: { table: [], send: true },
  Asker: { table: [], enqueue: ["MailQueue"] },
  Reader: { table: [], secrets: ["KeyRing"] },
})

const json = (type: string, target: string) => ({
  "content-type": `application/x-amz-json-${type}`,
  "x-amz-target": target,
})
const sqs = (action: string, queue = "MailQueue") => ({
  path: "/_sqs/",
  headers: json("1.0", `AmazonSQS.${action}`),
  body: {
    QueueUrl: `http://127.0.0.1:1/_sqs/000000000000/${queue}`,
    MessageBody: "x",
    Entries: [{ Id: "a", MessageBody: "x" }],
  },
})
const secret = (action: string, id = "KeyRing") => ({
  path: "/_secrets/",
  headers: json("1.1", `secretsmanager.${action}`),
  body: { SecretId: id, SecretString: "x" },
})
const mail = {
  path: "/_ses/v2/email/outbound-emails",
  headers: { "content-type": "application/json" },
  body: {
    FromEmailAddress: "spec-wizard@localhost",
    Destination: { ToAddresses: ["ada@example.com"] },
    Content: { Simple: { Subject: { Data: "s" }, Body: { Text: { Data: "t" } } } },
  },
}
const ALL = [sqs("SendMessage"), secret("GetSecretValue"), mail]

let origin: Origin
let mailbox: Mailbox
let stop: () => Promise<void>
async function open(access?: Access) {
  mailbox = await Mailbox.open()
  const secrets = await Secrets.open()
  origin = await openOrigin(
    {},
    {
      mailbox,
      ...(access && { access }),
      services(lambda) {
        const created = createServices({ env: {}, lambda, mailbox, secrets })
        stop = created.stop
        return created.services
      },
    },
  )
}
afterEach(async () => {
  await stop()
  await origin.close()
})

const signed = (key: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260101/us-east-1/x/aws4_request, Signature=0`,
})

async function ask(call: (typeof ALL)[number], headers: Record<string, string>): Promise<string> {
  const answer = await new Promise<{ status: number; type: string }>((resolve, reject) => {
    const { host = `127.0.0.1:${origin.port}` } = headers
    const asked = request(
      {
        port: origin.port,
        host: "127.0.0.1",
        path: call.path,
        method: "POST",
        headers: { ...call.headers, ...headers, host },
      },
      (response) => {
        response.resume()
        const type = String(response.headers["x-amzn-errortype"] ?? "")
        resolve({ status: response.statusCode ?? 0, type })
      },
    )
    asked.on("error", reject)
    asked.end(JSON.stringify(call.body))
  })
  return `${answer.status} ${answer.type}`.trim()
}

describe("a service of this origin", () => {
  test.each([
    ["where everybody may do everything", undefined],
    ["where functions have rights", ACCESS],
  ])(
    "answers nobody who does not sign, and no web page, under its own name or a rebound one, %s",
    async (_, access) => {
      await open(access)
      for (const call of ALL) {
        expect(await ask(call, {})).toBe("403 MissingAuthenticationTokenException")
        expect(await ask(call, { ...signed("local"), origin: "https://evil.example" })).toBe("403")
        expect(await ask(call, { ...signed("local"), host: "evil.example" })).toBe("403")
        expect(await ask(call, signed("local"))).toBe("200")
      }
      expect(mailbox.mails).toHaveLength(1)
    },
  )

  test("does for a function what its rights say, and nothing beside", async () => {
    await open(ACCESS)
    const DENIED = "403 AccessDeniedException"
    const granted = {
      "local-Asker": [sqs("SendMessage"), sqs("SendMessageBatch")],
      "local-Reader": [
        secret("GetSecretValue"),
        secret("GetSecretValue", "arn:aws:secretsmanager:us-east-1:000000000000:secret:KeyRing-local0"),
      ],
      "local-Sender": [mail],
    }
    for (const [key, calls] of Object.entries(granted)) {
      for (const call of calls) expect(await ask(call, signed(key))).toBe("200")
      for (const other of Object.keys(granted).filter((other) => other !== key))
        for (const call of calls) expect(await ask(call, signed(other))).toBe(DENIED)
    }
    for (const call of [
      sqs("SendMessage", "EraseQueue"),
      sqs("ReceiveMessage"),
      sqs("DeleteMessage"),
      sqs("PurgeQueue"),
    ])
      expect(await ask(call, signed("local-Asker"))).toBe(DENIED)
    for (const call of [secret("PutSecretValue"), secret("GetSecretValue", "Other")])
      expect(await ask(call, signed("local-Reader"))).toBe(DENIED)
    expect(await ask(mail, signed("stranger"))).toBe("403 UnrecognizedClientException")
  })

  test("refuses what it does not know and what is not JSON in its own words", async () => {
    await open()
    const { path, headers } = mail
    expect(await ask({ path: "/_ses/v2/email/identities", headers, body: mail.body }, signed("local"))).toBe(
      "404 UnknownOperationException",
    )
    expect(await ask(secret("DeleteSecret"), signed("local"))).toBe("400 InvalidRequestException")
    const garbled = { method: "POST", headers: { ...headers, ...signed("local") }, body: "{" }
    const answer = await fetch(`${origin.url}${path}`, garbled)
    expect([answer.status, answer.headers.get("x-amzn-errortype")]).toEqual([400, "BadRequestException"])
  })
})
