import { type ChildProcess, spawn } from "node:child_process"
import { randomInt } from "node:crypto"
import { once } from "node:events"
import { existsSync, mkdtempSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import { createRequire } from "node:module"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import * as log from "@spec-wizard/core/log"
import { StartError } from "../settings.ts"
import { HOST } from "./host.ts"
import { lockDirectory } from "./lock.ts"
import { tidyStreamLog } from "./stream-log.ts"

export type Engine = { endpoint: string; port: number; stop(): Promise<void>; pid(): number | undefined }

/**
 * Runs the engine and ends it when its standard input closes, which the system does for us even when this process is killed: no orphan
 * keeps the data file, and a directory that is to pass with it, `$1`, is removed. The rest is the engine and its arguments; fd 3 is a copy of standard input, for a background job's own is empty.
 */
const KEEPER = `passing=$1; shift; exec 3<&0; "$@" </dev/null >/dev/null 2>&1 & engine=$!; echo $engine; { read -r _ <&3; kill -9 $engine; [ -z "$passing" ] || rm -rf "$passing"; } 2>/dev/null & wait $engine`

const TIDY_MS = 3_600_000
/** It answers within 50 ms; on a machine that does ten things beside it, within some seconds. */
const PATIENCE_MS = 120_000
/** How often another port is tried: one that was free may be taken before the engine has it. */
const PORTS = 5
/** How long an engine that died is given until the next one begins. */
const AGAIN_MS = 50

/**
 * DynamoDB on this machine: dynoxide, one binary over SQLite. Without `dataDir` the tables end with the engine; they lie in a file all the
 * same, for only a file's stream can be tidied. An engine that dies is started again on the same port.
 * @throws {StartError} when the directory is another's, the given port is taken, or the engine does not run here
 */
export async function startDynamoDB(options: {
  dataDir?: string
  port?: number
  onRestart?: () => Promise<void>
}): Promise<Engine> {
  const binary = findBinary()
  if (options.dataDir) await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
  const unlock = options.dataDir ? await lockDirectory(options.dataDir) : undefined

  let stopping = false
  let pid: number | undefined
  let keeper: ChildProcess | undefined
  const launch = async (port: number) => {
    const passing = options.dataDir === undefined ? mkdtempSync(path.join(tmpdir(), "spec-wizard-")) : ""
    const file = path.join(options.dataDir ?? passing, "table.db")
    const args = ["serve", "--host", HOST, "--port", String(port), "--db-path", file]
    // A group of its own: Ctrl-C is for us, and the engine must outlive the last write.
    const process = spawn("/bin/sh", ["-c", KEEPER, "sh", passing, binary, ...args], {
      stdio: ["pipe", "pipe", "ignore"],
      detached: true,
    })
    keeper = process
    process.stdin.on("error", () => {}) // closed by the other end: "exit" tells
    process.stdout.once("data", (line: Buffer) => {
      pid = Number.parseInt(line.toString(), 10)
    })
    process.stdout.resume()
    const exit = new AbortController()
    process.once("exit", () => {
      process.stdin.end()
      exit.abort()
    })
    await untilHealthy(endpointOf(port), exit.signal)
    tidyStreamLog(file)
    const tidying = setInterval(() => tidyStreamLog(file), TIDY_MS).unref()
    exit.signal.addEventListener("abort", async () => {
      clearInterval(tidying)
      if (stopping) return
      log.warn("dynamodb.died", {})
      await revive(port)
        .then(options.onRestart)
        .catch((error) => log.error("dynamodb.restart_failed", {}, error))
    })
  }
  const revive = async (port: number): Promise<void> => {
    for (let failures = 0; !stopping; failures++) {
      await delay(AGAIN_MS)
      try {
        return await launch(port)
      } catch (error) {
        if (failures === PORTS) throw error
      }
    }
  }
  const stop = async () => {
    stopping = true
    if (keeper && keeper.exitCode === null && keeper.signalCode === null) {
      const gone = once(keeper, "exit")
      keeper.stdin?.end()
      await gone
    }
    await unlock?.()
  }

  for (let tries = 1; ; tries++) {
    const port = options.port ?? (await freePort())
    try {
      await launch(port)
      return { endpoint: endpointOf(port), port, pid: () => pid, stop }
    } catch (error) {
      if (options.port !== undefined || tries === PORTS) {
        await stop()
        throw error
      }
    }
  }
}

const endpointOf = (port: number) => `http://${HOST}:${port}`

/** @throws {StartError} that says how to bring another engine. */
function findBinary(): string {
  const platform = `@dynoxide/${process.platform}-${process.arch}`
  try {
    return createRequire(import.meta.url).resolve(`${platform}/dynoxide`)
  } catch {
    const given = process.env["DYNOXIDE_BIN"]
    if (given && existsSync(given)) return given
    throw new StartError(
      `No local DynamoDB for ${process.platform}-${process.arch}: set DYNOXIDE_BIN to a dynoxide binary, or run ` +
        "`docker run -p 8000:8000 amazon/dynamodb-local` and set AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:8000.",
    )
  }
}

/** @throws {StartError} as soon as the engine has ended, or when it says nothing */
async function untilHealthy(endpoint: string, exit: AbortSignal): Promise<void> {
  const { port } = new URL(endpoint)
  for (const startedAt = performance.now(); performance.now() - startedAt < PATIENCE_MS; await delay(10)) {
    if (exit.aborted)
      throw new StartError(
        `The local DynamoDB engine ended at once. Is port ${port} taken, or its data file not writable?`,
      )
    const answer = await fetch(endpoint, { signal: exit }).catch(() => undefined)
    if (answer?.ok && !exit.aborted) return
  }
  throw new StartError(`The local DynamoDB engine did not answer within ${PATIENCE_MS / 1000} s.`)
}

/**
 * A port nobody listens on now; the engine cannot say which one it chose itself. Of those below what the system gives to connections that
 * go out (32768 and above), or one of them might have it first.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(12_000, 32_000)
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false))
      server.listen(port, HOST, () => resolve(true))
    })
    if (!isFree) continue
    server.close()
    await once(server, "close")
    return port
  }
  throw new StartError("No port from 12000 to 32000 is free.")
}
