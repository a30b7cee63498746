import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http"
import { pipeline } from "node:stream/promises"
import * as log from "@spec-wizard/core/log"
import type { Access, Ask, Refusal } from "./access.ts"
import { readBody } from "./gateway/body.ts"
import { isOurs } from "./gateway/ours.ts"

export type Gate = { url: string; stop(): Promise<void> }

/** A service whose engine knows no rights. */
export type Service = {
  /** What a request asks to do; empty lets it pass. */
  asks(request: IncomingMessage, body: Buffer): Ask[]
  /** Answers in the service's own way. */
  refuse(response: ServerResponse, refusal: Refusal): void
}

/** The most that any of our services takes, DynamoDB's batches. */
const MAX_BYTES = 16 * 1024 * 1024

/** Stands before an engine and lets pass, byte for byte, what the signer of a call may do. */
export async function openGate(engine: string, access: Access, service: Service): Promise<Gate> {
  const agent = new Agent({ keepAlive: true })
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    serve(request, response).catch((error) => {
      // As if the line to the engine were cut, which it is; the caller gives up or tries again.
      if (!response.destroyed) log.warn("gate.failed", {}, error)
      response.destroy()
    })
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, MAX_BYTES)
    if (!body || !isOurs(request)) return void response.writeHead(403).end()
    const refusal = access.refusal(request.headers.authorization, service.asks(request, body))
    if (refusal) return service.refuse(response, refusal)
    await pass(request, body, response)
  }

  async function pass(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const { hostname, port, pathname } = new URL(engine)
    const { method, headers, url = "/" } = request
    const path = pathname.replace(/\/$/, "") + url
    const passed = send({ hostname, port, path, method, headers: inOneName(headers), agent }, resolve)
    passed.on("error", reject)
    response.on("close", () => passed.destroy()) // a caller that gave up; after the end it does nothing
    passed.end(body)
    const answer = await promise
    const { connection: _, "keep-alive": __, ...rest } = answer.headers // of the other line
    response.writeHead(answer.statusCode ?? 502, rest)
    await pipeline(answer, response)
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port")
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      agent.destroy()
      await closed
    },
  }
}

/** Some engines keep a set of tables for each key, and none looks at the signature: behind the gate all calls have the house's key. */
const inOneName = ({ authorization, ...headers }: IncomingMessage["headers"]) => ({
  ...headers,
  ...(authorization !== undefined && { authorization: authorization.replace(/Credential=[^/]+/, "Credential=local") }),
})
