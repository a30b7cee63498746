import { once } from "node:events"
import path from "node:path"
import { ApiGatewayManagementApiClient } from "@aws-sdk/client-apigatewaymanagementapi"
import { LambdaClient } from "@aws-sdk/client-lambda"
import { WebSocket } from "ws"
import type { Access } from "../src/access.ts"
import { installClock } from "../src/clock.ts"
import { Mailbox } from "../src/engine/mailbox.ts"
import type { HostedService } from "../src/gateway/hosted-service.ts"
import { createOrigin, type Parts } from "../src/gateway/server.ts"
import { type Quotas, type Routes, WebSocketGateway } from "../src/gateway/websocket.ts"
import { Lambda, type LambdaFunction } from "../src/lambda.ts"
import { type Handler, inProcess } from "../src/lambda-handler.ts"

process.env["LOG_LEVEL"] = "silent" // handlers of these tests fail on purpose

const ROUTES: Routes = {
  connect: "Connect",
  disconnect: "Disconnect",
  default: "Default",
  actions: { sendMessage: "SendMessage" },
}
const credentials = { accessKeyId: "local", secretAccessKey: "local" }

export type SocketEvent = {
  headers: Record<string, string>
  multiValueHeaders: Record<string, string[]>
  requestContext: Record<string, unknown> & { connectionId: string; requestId: string; routeKey: string }
  body: string
  isBase64Encoded: boolean
}

export type Origin = Awaited<ReturnType<typeof openOrigin>>

/** The gateway and Lambda as the house has them, with handlers of the test's own and the real SDK clients. */
export async function openOrigin(
  handlers: Record<string, Handler>,
  options: {
    quotas?: Partial<Quotas>
    timeoutMs?: number
    site?: string
    functions?: Record<string, LambdaFunction>
    mailbox?: Mailbox
    services?: (lambda: Lambda) => Record<string, HostedService>
    access?: Access
  } = {},
) {
  const accept: Handler = () => ({ statusCode: 200 })
  const all = { Connect: accept, Disconnect: accept, SendMessage: accept, Default: accept, Api: accept, ...handlers }
  const functions: Record<string, LambdaFunction> = {
    ...Object.fromEntries(
      Object.entries(all).map(([name, handler]) => [
        name,
        { execute: inProcess(async () => handler), timeoutMs: options.timeoutMs ?? 5_000 },
      ]),
    ),
    ...options.functions,
  }
  const clock = installClock()
  const lambda = new Lambda(functions)
  const gateway = new WebSocketGateway(lambda, ROUTES, options.quotas)
  const { promise, resolve } = Promise.withResolvers<Parts>()
  const server = createOrigin(promise)
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("no port")
  const { port } = address
  const site = options.site ?? path.join(import.meta.dirname, "none")
  const mailbox = options.mailbox ?? (await Mailbox.open())
  const services = options.services?.(lambda) ?? {}
  resolve({ port, lambda, gateway, clock, api: "Api", site, mailbox, services, access: options.access })

  const endpoint = `http://127.0.0.1:${port}`
  const common = { region: "us-east-1", credentials, maxAttempts: 1 }
  const management = new ApiGatewayManagementApiClient({ ...common, endpoint: `${endpoint}/_gateway` })
  const invoker = new LambdaClient({ ...common, endpoint })
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    clock,
    lambda,
    gateway,
    management,
    invoker,
    connect: (options: { protocols?: string[]; headers?: Record<string, string> } = {}) =>
      openSocket(`ws://127.0.0.1:${port}/ws`, options),
    async close() {
      clock.uninstall()
      management.destroy()
      invoker.destroy()
      await gateway.stop()
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    },
  }
}

export type Socket = {
  raw: WebSocket
  /** Frames in order of arrival, as text. */
  next(): Promise<string>
  closed: Promise<number>
}

/** Rejects with the status when the upgrade is refused. */
export async function openSocket(
  url: string,
  { protocols = [], headers = {} }: { protocols?: string[]; headers?: Record<string, string> },
): Promise<Socket> {
  const raw = new WebSocket(url, protocols, { headers, perMessageDeflate: false })
  const received: string[] = []
  const waiting: ((text: string) => void)[] = []
  raw.on("message", (data) => {
    const text = data.toString()
    const waiter = waiting.shift()
    if (waiter) waiter(text)
    else received.push(text)
  })
  const closed = new Promise<number>((resolve) => raw.on("close", resolve))
  await new Promise<void>((resolve, reject) => {
    raw.on("open", resolve)
    raw.on("unexpected-response", (_request, response) => {
      reject(new Error(`refused ${response.statusCode}`))
      raw.terminate()
    })
    raw.on("error", reject)
  })
  return {
    raw,
    closed,
    next() {
      const first = received.shift()
      return first !== undefined ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve))
    },
  }
}
