import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { createInterface } from "node:readline"

const RUN = path.join(import.meta.dirname, "../run.mjs")

export type Served = {
  url: string
  /** From the start of the process to the first healthy answer. */
  startMs: number
  /** Whether it had to build the page first. */
  built: boolean
  stop(): Promise<void>
}

/** `pnpm start` in a process of its own, with an empty data directory and on any free port. */
export async function serve(settings: Record<string, string> = {}): Promise<Served> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "spec-wizard-bench-"))
  const env = { ...process.env, PORT: "0", DATA_DIR: dataDir, ...settings }
  const startedAt = performance.now()
  const server = spawn(process.execPath, [RUN, "main"], { env, stdio: ["ignore", "pipe", "inherit"] })
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const gone = once(server, "exit")
      server.kill("SIGTERM")
      await gone
    }
    await rm(dataDir, { recursive: true, force: true })
  }
  let built = false
  const address = new Promise<string>((resolve, reject) => {
    createInterface({ input: server.stdout }).on("line", (line) => {
      built ||= line.startsWith("building")
      if (line.startsWith("ready ")) resolve(line.slice("ready ".length))
    })
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)))
  })
  try {
    const url = await address
    const health = await fetch(`${url}/v1/health`)
    if (!health.ok) throw new Error(`the server answered ${health.status}`)
    return { url, startMs: performance.now() - startedAt, built, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
