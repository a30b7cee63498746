import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http"
import type { Duplex } from "node:stream"
import * as log from "@spec-wizard/core/log"
import type { Access } from "../access.ts"
import type { MovableClock } from "../clock.ts"
import type { Mailbox } from "../engine/mailbox.ts"
import { MANAGEMENT_PATH } from "../environment.ts"
import type { Lambda } from "../lambda.ts"
import { serveClock } from "./clock.ts"
import { DOWNLOAD_PATH, type Downloads, serveDownload } from "./download.ts"
import { refuse } from "./handshake.ts"
import { serveHosted } from "./hosted.ts"
import type { HostedService } from "./hosted-service.ts"
import { handleHttp, problem } from "./http.ts"
import { invoke } from "./invoke.ts"
import { MAIL_PATH, serveMail, serveTemplates, TEMPLATES_PATH } from "./mail.ts"
import { manage } from "./management.ts"
import { isOurs } from "./ours.ts"
import { secure } from "./respond.ts"
import { serveSite } from "./site.ts"
import type { WebSocketGateway } from "./websocket.ts"

export type Parts = {
  port: number
  lambda: Lambda
  gateway: WebSocketGateway
  clock: MovableClock
  /** Name of the function behind `/v1/*`. */
  api: string
  /** The built page. */
  site: string
  mailbox: Mailbox
  /** AWS services by the path they stand below: `/_sqs`. */
  services: Record<string, HostedService>
  /** Without it there is nothing to download. */
  downloads?: Downloads | undefined
  /** Without it, everybody on this machine may do everything. */
  access?: Access | undefined
}

/** One origin for everything; the paths say who answers. Until `parts` are there, requests wait. */
export function createOrigin(parts: Promise<Parts>): Server {
  // Node answers a request without a Host itself, with none of our headers.
  const options = { requestTimeout: 30_000, shouldUpgradeCallback: isWebSocket, requireHostHeader: false }
  const server = createServer(options, (request, response) => {
    secure(response)
    if (request.headers.host === undefined && request.httpVersion === "1.1")
      return problem(response, 400, "request.invalid", "A request says whose it is: Host.")
    route(parts, request, response).catch((error) => {
      log.error("origin.failed", {}, error)
      if (response.headersSent) response.destroy()
      else problem(response, 500, "internal", "Something went wrong on our side.")
    })
  })
  server.on("checkExpectation", (_, response) => {
    secure(response)
    problem(response, 417, "expectation.unknown", "Nothing but 100-continue can be expected here.")
  })
  server.on("clientError", ({ code }: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return socket.destroy()
    const status = (code && UNREADABLE[code]) || 400
    refuse(socket, status, { message: STATUS_CODES[status] ?? "" })
  })
  server.on("upgrade", (request, socket, head) => {
    upgrade(parts, request, socket, head).catch((error) => {
      log.error("origin.failed", {}, error)
      socket.destroy()
    })
  })
  return server
}

/** What is no HTTP request, by Node's code for it; all else is a bad one. */
const UNREADABLE: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
}

async function route(ready: Promise<Parts>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts = await ready
  const path = pathOf(request)
  if (path === undefined) return problem(response, 400, "request.invalid", "That is not an address.")
  if (path === "/v1" || path.startsWith("/v1/")) return await handleHttp(parts.lambda, parts.api, request, response)
  if (path.startsWith(DOWNLOAD_PATH) && parts.downloads) return await serveDownload(parts.downloads, request, response)
  if (!isInternal(path)) return await serveSite(parts.site, parts.port, request, response)

  if (!isOurs(request)) return problem(response, 403, "origin.refused", "This address is for programs on this machine.")
  const connectionId = after(`${MANAGEMENT_PATH}/@connections/`, path)
  if (connectionId !== undefined) return await manage(parts.gateway, connectionId, request, response, parts.access)
  const functionName = after("/2015-03-31/functions/", path)?.replace(/\/invocations$/, "")
  if (functionName !== undefined) return await invoke(parts.lambda, functionName, request, response, parts.access)
  const [, prefix = "", below = "/"] = /^(\/_\w+)(\/.*)?$/.exec(path) ?? []
  const service = parts.services[prefix]
  if (service) return await serveHosted(service, below, request, response, parts.access)
  if (path === "/_local/clock") return await serveClock(parts.clock, request, response)
  if (path === TEMPLATES_PATH) return await serveTemplates(`http://localhost:${parts.port}`, request, response)
  if (path.startsWith(MAIL_PATH)) return serveMail(parts.mailbox, path, request, response)
  problem(response, 404, "address.unknown", "There is nothing at this address.")
}

/** What is for this machine's programs and its owner, and no part of what is deployed. */
const isInternal = (path: string) => path.startsWith("/_") || path.startsWith("/2015-03-31/functions/")

async function upgrade(ready: Promise<Parts>, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
  const { gateway } = await ready
  if (pathOf(request) !== "/ws") return refuse(socket, 404, { message: "Not Found" })
  await gateway.upgrade(request, socket, head)
}

/** An upgrade to anything else, such as HTTP/2, is not taken up: the request is answered as it is. */
const isWebSocket = ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === "websocket"

const pathOf = ({ url = "" }: IncomingMessage): string | undefined =>
  url.startsWith("/") ? URL.parse(`http://local${url}`)?.pathname : undefined

function after(prefix: string, path: string): string | undefined {
  if (!path.startsWith(prefix)) return undefined
  try {
    return decodeURIComponent(path.slice(prefix.length))
  } catch {
    return undefined
  }
}
