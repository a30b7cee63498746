import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { HOST } from "../engine/host.ts"
import { readBody } from "../gateway/body.ts"
import { answerOf } from "./answer.ts"
import { bent } from "./bent.ts"
import type { Call } from "./call.ts"
import { deliver } from "./deliver.ts"
import { deliveryOf } from "./delivery.ts"
import type { Script } from "./play.ts"
import { keyOf, routeOf } from "./route.ts"
import { signerOf } from "./signature.ts"
import { textIdOf } from "./wire/responses.ts"

type Heard = {
  call: Call
  /** Of the answer's body. */
  bytesSent: number
  /** The client closed the connection before it had all. */
  hungUp: boolean
  /** Settles when nothing more is sent, whoever ended it. */
  ended: Promise<void>
}

export type StandIn = {
  url: string
  /** What a client is given as its base URL. */
  baseUrls: { anthropic: string; openai: string; compatible: string; bedrock: string }
  /** Everything it was ever asked, keys included. */
  calls: readonly Heard[]
  /** The next call that `next` has not given yet, also one that has come already. */
  next(): Promise<Heard>
  /** Changes the script for the calls that come from now on. */
  play(script: Script): void
  close(): Promise<void>
}

const MAX_BODY_BYTES = 32 * 1024 * 1024 // https://docs.claude.com/en/api/overview#request-size-limits

/** The model providers on this machine, as a script says. It checks no key and no model's name, but who signed what Bedrock is asked. */
export async function openStandIn({ script: first }: { script: Script }): Promise<StandIn> {
  let script = first
  const calls: Heard[] = []
  const asking: ((heard: Heard) => void)[] = []
  let given = 0
  const texts = new Map<string, string>()

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const route = request.method === "POST" ? routeOf(pathOf(request)) : undefined
    if (!route) return refuse(response, 404, { error: { message: "The stand-in has nothing here." } })
    const { wire, provider } = route
    const body = await readBody(request, MAX_BODY_BYTES)
    if (!body) return refuse(response, 413, wire.refusal(413, "The request is too large.", false))
    const signer = provider === "bedrock" ? signerOf(request, body) : undefined
    if (provider === "bedrock" && signer === undefined)
      return refuse(response, 403, wire.refusal(403, "The request signature we calculated does not match.", false))
    let call: Call
    try {
      call = {
        ...wire.read(JSON.parse(body.toString()), (id) => texts.get(id) ?? ""),
        provider,
        number: calls.length + 1,
        apiKey: signer ?? keyOf(request.headers),
        headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      }
    } catch (error) {
      return refuse(response, 400, wire.refusal(400, `The stand-in does not understand this: ${error}`, false))
    }
    const gone = new AbortController()
    const ended = Promise.withResolvers<void>()
    const heard: Heard = { call, bytesSent: 0, hungUp: false, ended: ended.promise }
    let isOurs = false
    const closed = new Promise<void>((resolve) => {
      response.once("close", () => {
        heard.hungUp = !isOurs && !response.writableEnded
        gone.abort()
        resolve()
      })
    })
    hear(heard)
    try {
      const play = await script(call)
      const answer = answerOf(call, bent(play))
      texts.set(textIdOf(answer), answer.texts.join(""))
      const delivery = deliveryOf(call, answer, play.fault, wire)
      isOurs = await deliver(response, delivery, play, gone.signal, (bytes) => {
        heard.bytesSent += bytes
      })
    } finally {
      ended.resolve(closed)
    }
  }

  function hear(heard: Heard): void {
    calls.push(heard)
    const ask = asking.shift()
    if (!ask) return
    given++
    ask(heard)
  }

  const server = createServer((request, response) => {
    // A script that throws is a mistake in a test: its words are the answer.
    serve(request, response).catch((error) => refuse(response, 500, { error: { message: String(error) } }))
  })
  server.listen(0, HOST)
  await once(server, "listening")
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The stand-in could not listen.")
  const url = `http://${HOST}:${address.port}`

  return {
    url,
    baseUrls: {
      anthropic: `${url}/anthropic/v1`,
      openai: `${url}/openai/v1`,
      compatible: `${url}/compatible/v1`,
      bedrock: `${url}/bedrock`,
    },
    calls,
    next() {
      const already = calls[given]
      if (already) given++
      return already ? Promise.resolve(already) : new Promise((resolve) => asking.push(resolve))
    },
    play(next) {
      script = next
    },
    async close() {
      const closed = once(server, "close")
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const pathOf = ({ url = "/" }: IncomingMessage) => new URL(url, "http://stand-in").pathname

function refuse(response: ServerResponse, status: number, body: unknown): void {
  if (!response.headersSent) response.writeHead(status, { "content-type": "application/json" })
  response.end(JSON.stringify(body))
}
