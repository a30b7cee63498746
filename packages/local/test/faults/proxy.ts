import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** A call that passes through, as a rule sees it. */
export type Call = { path: string; target: string; body: string }

/**
 * What a rule does with a call: let it pass ("undefined"), refuse it before it arrives, lose the answer after it was carried out, deliver
 * it twice, or hold it until a promise settles.
 */
type Verdict = undefined | { refuse: number } | { loseAnswer: true } | { double: true } | { hold: Promise<unknown> }

export type Rule = (call: Call) => Verdict

/** Stands between the handlers' AWS clients and what they talk to, and does to single calls what a network or a service can do. */
export class FaultProxy {
  rule: Rule = () => undefined
  readonly #agent = new Agent({ keepAlive: true })
  readonly #server = createServer((incoming, outgoing) => {
    this.#serve(incoming, outgoing).catch(() => outgoing.destroy())
  })
  #upstream = ""

  static async open(): Promise<FaultProxy> {
    const proxy = new FaultProxy()
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve))
    return proxy
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}` // it listens on TCP
  }

  connect(upstream: string): void {
    this.#upstream = upstream
  }

  close(): void {
    this.#agent.destroy()
    this.#server.close()
    this.#server.closeAllConnections()
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const call = {
      path: incoming.url ?? "",
      target: String(incoming.headers["x-amz-target"] ?? incoming.method).replace(/^.*\./, ""),
      body: body.toString(),
    }
    const verdict = this.rule(call)
    if (verdict && "hold" in verdict) await verdict.hold
    if (verdict && "refuse" in verdict) return fail(outgoing, verdict.refuse)
    const answer = await this.#forward(incoming, body)
    if (verdict && "double" in verdict) await this.#forward(incoming, body)
    if (verdict && "loseAnswer" in verdict) return fail(outgoing, 500)
    outgoing.writeHead(answer.status, answer.headers)
    outgoing.end(answer.body)
  }

  #forward(incoming: IncomingMessage, body: Buffer) {
    const { promise, resolve, reject } = Promise.withResolvers<{
      status: number
      headers: NodeJS.Dict<string | string[]>
      body: Buffer
    }>()
    const url = new URL(this.#upstream)
    const path = `${url.pathname.replace(/\/$/, "")}${incoming.url}`
    const { method, headers } = incoming
    const passed = request(
      { host: url.hostname, port: url.port, path, method, headers, agent: this.#agent },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on("data", (chunk) => chunks.push(chunk))
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) }),
        )
        answer.on("error", reject)
      },
    )
    passed.on("error", reject)
    passed.end(body)
    return promise
  }
}

function fail(outgoing: ServerResponse, status: number): void {
  outgoing.writeHead(status, { "content-type": "application/x-amz-json-1.0" })
  outgoing.end(JSON.stringify({ __type: "InternalServerError", message: "injected" }))
}
