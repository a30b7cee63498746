import { type ChildProcess, spawn } from "node:child_process"
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
/** It answers within 50 ms, but on a busy machine. */
const PATIENCE_MS = 30_000

/**
 * DynamoDB on this machine: dynoxide, one binary over SQLite. Without `dataDir` the tables end with the engine; they lie in a file all the
 * same, for only a file's stream can be tidied. An engine that dies is started again on the same port.
 */
export async function startDynamoDB(options: {
  dataDir?: string
  port?: number
  onRestart?: () => Promise<void>
}): Promise<Engine> {
  const binary = findBinary()
  const port = options.port ?? (await freePort(HOST))
  const endpoint = `http://${HOST}:${port}`
  if (options.dataDir) await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
  const unlock = options.dataDir ? await lockDirectory(options.dataDir) : undefined
  const args = ["serve", "--host", HOST, "--port", String(port)]

  let stopping = false
  let pid: number | undefined
  let keeper: ChildProcess
  const start = async () => {
    const passing = options.dataDir === undefined ? mkdtempSync(path.join(tmpdir(), "spec-wizard-")) : ""
    const file = path.join(options.dataDir ?? passing, "table.db")
    // A group of its own: Ctrl-C is for us, and the engine must outlive the last write.
    keeper = spawn("/bin/sh", ["-c", KEEPER, "sh", passing, binary, ...args, "--db-path", file], {
      stdio: ["pipe", "pipe", "ignore"],
      detached: true,
    })
    keeper.stdin?.on("error", () => {}) // closed by the other end: "exit" tells
    keeper.stdout?.once("data", (line: Buffer) => {
      pid = Number.parseInt(line.toString(), 10)
    })
    keeper.stdout?.resume()
    keeper.once("exit", async () => {
      keeper.stdin?.end()
      if (stopping) return
      log.warn("dynamodb.died", {})
      await delay(50)
      if (stopping) return
      await start()
        .then(options.onRestart)
        .catch((error) => log.error("dynamodb.restart_failed", {}, error))
    })
    await untilHealthy(endpoint)
    tidyStreamLog(file)
    const tidying = setInterval(() => tidyStreamLog(file), TIDY_MS).unref()
    keeper.once("exit", () => clearInterval(tidying))
  }
  const stop = async () => {
    stopping = true
    if (keeper.exitCode === null && keeper.signalCode === null) {
      const gone = new Promise((resolve) => keeper.once("exit", resolve))
      keeper.stdin?.end()
      await gone
    }
    await unlock?.()
  }

  try {
    await start()
  } catch (error) {
    await stop()
    throw error
  }
  return { endpoint, port, pid: () => pid, stop }
}

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

async function untilHealthy(endpoint: string): Promise<void> {
  for (const startedAt = performance.now(); performance.now() - startedAt < PATIENCE_MS; await delay(10)) {
    const answer = await fetch(endpoint).catch(() => undefined)
    if (answer?.ok) return
  }
  throw new StartError(
    `The local DynamoDB engine did not answer within ${PATIENCE_MS / 1000} s. Is its data file writable?`,
  )
}

/** A port nobody listens on now; the engine cannot say which one it chose itself. */
export async function freePort(host = "127.0.0.1"): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port")
  return address.port
}
