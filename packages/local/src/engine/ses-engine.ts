import { once } from "node:events"
import { createRequire } from "node:module"
import type Module from "aws-ses-v2-local"
import * as z from "zod/mini"
import { ServiceError } from "../gateway/hosted-service.ts"
import { HOST } from "./host.ts"

const Accepted = z.object({
  from: z.string(),
  destination: z.object({ to: z.array(z.string()), cc: z.array(z.string()), bcc: z.array(z.string()) }),
  replyTo: z._default(z.array(z.string()), []),
  subject: z.string(),
  body: z.object({ text: z.optional(z.string()), html: z.optional(z.string()) }),
  attachments: z.array(
    z.object({ filename: z.optional(z.string()), contentType: z.string(), content: z.string() }), // base64
  ),
})
/** A mail as the engine read it. */
export type Accepted = z.infer<typeof Accepted>

const Store = z.object({ emails: z.array(Accepted) })
const Refusal = z.object({ message: z.string(), detail: z.optional(z.string()) })

export type SesEngine = {
  /** @throws {ServiceError} for what it does not take */
  accept(request: Buffer): Promise<Accepted>
  stop(): Promise<void>
}

/** aws-ses-v2-local, which reads simple and raw mails and shows what it read to whoever finds its port. */
export async function openSesEngine(): Promise<SesEngine> {
  // Slow to load. Required, for it is CommonJS, and where its default stands in an import differs between Node and Vitest.
  const { default: serve }: typeof Module = createRequire(import.meta.url)("aws-ses-v2-local")
  const server = await serve({ host: HOST, port: 0 })
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The local SES could not listen.")
  const url = `http://${HOST}:${address.port}`

  async function accept(body: Buffer): Promise<Accepted> {
    const headers = { authorization: "AWS4-HMAC-SHA256 Credential=local", "content-type": "application/json" }
    const answer = await fetch(`${url}/v2/email/outbound-emails`, {
      method: "POST",
      headers,
      body: new Uint8Array(body),
    })
    if (!answer.ok) throw await refusalOf(answer)
    await answer.arrayBuffer()
    const { emails } = Store.parse(await (await fetch(`${url}/store`)).json())
    await (await fetch(`${url}/clear-store`, { method: "POST" })).arrayBuffer()
    const [email] = emails
    if (!email) throw new Error("The local SES lost a mail.")
    return email
  }

  // One at a time: so the only mail in its store is the one it has just been given, and the store does not grow.
  let last: Promise<unknown> = Promise.resolve()
  return {
    accept(body) {
      const accepted = last.then(() => accept(body))
      last = accepted.catch(() => {})
      return accepted
    },
    async stop() {
      const closed = once(server, "close")
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function refusalOf(answer: Response): Promise<ServiceError> {
  if (answer.status === 413) return new ServiceError(400, "MessageRejected", "Message length is more than 25 MB long.")
  const { message, detail } = Refusal.safeParse(await answer.json().catch(() => undefined)).data ?? {}
  return new ServiceError(400, "BadRequestException", detail ?? message ?? "Bad Request")
}
