import { randomBytes } from "node:crypto"
import { mkdir, mkdtemp, rm } from "node:fs/promises"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { tmpdir } from "node:os"
import path from "node:path"
import { type Clock, system } from "@spec-wizard/core/clock"
import * as log from "@spec-wizard/core/log"
import { lockDirectory } from "../lock.ts"
import { OnDemand } from "../on-demand.ts"
import { allowOrigin, preflight } from "./cors.ts"
import { StorageError, sendError } from "./error.ts"
import { Files } from "./files.ts"
import type { StorageCall, StorageService } from "./service.ts"
import type { SecretOf } from "./signature.ts"

export type { StorageCall } from "./service.ts"

export type StorageOptions = {
  /** Of this process alone. Without it objects lie in a temporary directory, which goes with `stop`. */
  directory?: string
  /** 0: any free one. */
  port?: number
  /** Decides what has expired, and when an object was put. */
  clock?: Clock
  secretOf: SecretOf
  /** Exact origins of the pages that may read and write: `http://localhost:3000`. */
  origins: readonly string[]
  /** Whether a signer may do that; without it, whoever has a secret may do everything. */
  isGranted?: (call: StorageCall) => boolean
}

export type Storage = {
  endpoint: string
  port: number
  /** For who has no need to sign. */
  files: Files
  stop(): Promise<void>
}

/**
 * S3 on this machine: objects are files, and a request is believed by its signature alone, so this may stand where web pages can call it.
 * Every bucket exists.
 * @throws {StartError} when another process has the directory
 */
export async function startStorage(options: StorageOptions): Promise<Storage> {
  const { clock = system, secretOf, origins, isGranted = () => true } = options
  const { directory, release } = await takeDirectory(options.directory)
  const running = new Set<Promise<void>>()
  try {
    const files = await Files.open(directory, clock)
    const service = new OnDemand(
      async () => {
        const { StorageService } = await import("./service.ts") // slow to load
        return new StorageService({ files, clock, secretOf, isGranted })
      },
      () => {},
    )
    const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      const answered = answer(service, request, response, { clock, origins })
      running.add(answered)
      void answered.finally(() => running.delete(answered))
    })
    server.requestTimeout = 0 // a large upload over a slow line takes its time
    const port = await listen(server, options.port ?? 0)
    return {
      endpoint: `http://127.0.0.1:${port}`,
      port,
      files,
      async stop() {
        const closed = new Promise((resolve) => server.close(resolve))
        server.closeAllConnections()
        await closed
        await Promise.all(running)
        await release()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

/** Answers whatever happens; never throws. */
async function answer(
  service: OnDemand<StorageService>,
  request: IncomingMessage,
  response: ServerResponse,
  { clock, origins }: { clock: Clock; origins: readonly string[] },
): Promise<void> {
  const requestId = randomBytes(8).toString("hex").toUpperCase()
  response.setHeader("date", new Date(clock.now()).toUTCString()) // by which SDKs notice that their own clock is wrong
  response.setHeader("x-amz-request-id", requestId)
  response.setHeader("x-amz-id-2", randomBytes(24).toString("base64"))
  allowOrigin(request, response, origins)
  try {
    if (request.method === "OPTIONS") preflight(request, response)
    else await (await service.get()).answer(request, response)
  } catch (error) {
    if (request.socket.destroyed) return // whoever asked has gone
    const refusal = error instanceof StorageError ? error : internal()
    if (refusal !== error) log.error("storage.failed", {}, error)
    if (response.headersSent) response.destroy()
    else sendError(response, refusal, requestId)
    request.resume() // what still comes of the body, so that the line is free for the next request
  }
}

const internal = () => new StorageError(500, "InternalError", "We encountered an internal error. Please try again.")

async function takeDirectory(given: string | undefined): Promise<{ directory: string; release(): Promise<void> }> {
  if (given === undefined) {
    const directory = await mkdtemp(path.join(tmpdir(), "spec-wizard-storage-"))
    return { directory, release: () => rm(directory, { recursive: true, force: true }) }
  }
  await mkdir(given, { recursive: true, mode: 0o700 })
  return { directory: given, release: await lockDirectory(given) }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port")
  return address.port
}
