import { request } from "node:http"
import type { Mail } from "../src/engine/mailbox.ts"

export type Answer = {
  status: number
  body: unknown
  text: string
  headers: Record<string, string | string[] | undefined>
}

/** A browser as the API sees one: cookies that come back, and an Origin, the site's unless told. `from` is an address of this machine to come from. */
export class Jar {
  readonly cookies = new Map<string, string>()
  readonly origin: string
  readonly #url: string
  readonly #from: string

  constructor(url: string, { from = "127.0.0.1", origin = url }: { from?: string; origin?: string } = {}) {
    this.origin = origin
    this.#url = url
    this.#from = from
  }

  call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const sent = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const asked = request(
        this.#url + path,
        {
          method,
          localAddress: this.#from,
          agent: false,
          headers: {
            origin: this.origin,
            "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            ...(cookie && { cookie }),
            ...(sent !== undefined && {
              "content-type": "application/json",
              "content-length": Buffer.byteLength(sent),
            }),
            ...headers,
          },
        },
        async (response) => {
          for (const line of response.headers["set-cookie"] ?? []) {
            const [pair = ""] = line.split(";")
            const [name = "", value = ""] = pair.split("=")
            this.cookies.set(name, value)
          }
          const chunks: Buffer[] = []
          for await (const chunk of response) chunks.push(chunk)
          const text = Buffer.concat(chunks).toString()
          const isJson = /json/.test(response.headers["content-type"] ?? "") && text !== ""
          resolve({
            status: response.statusCode ?? 0,
            body: isJson ? JSON.parse(text) : undefined,
            text,
            headers: response.headers,
          })
        },
      )
      asked.on("error", reject)
      asked.end(sent)
    })
  }

  /** A new session of this browser: its id. */
  async begin(): Promise<string> {
    const { body } = await this.call("POST", "/v1/sessions", { locale: "en" })
    return (body as { session: { id: string } }).session.id // what the route answers
  }

  ask = (email: string, sessionId?: string) =>
    this.call("POST", "/v1/magic-links", { email, ...(sessionId && { sessionId }) })

  redeem = (input: object) => this.call("POST", "/v1/magic-links/redeem", input)
}

/** What a person finds in a mail. */
export function found({ text }: Pick<Mail, "text">): { token: string; code: string } {
  return {
    token: /\/link#token=([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(text)?.[1] ?? "",
    code: /^\s*([0-9A-Z]{4}-[0-9A-Z]{4})\s*$/m.exec(text)?.[1] ?? "",
  }
}
