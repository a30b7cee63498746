import { spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { createInterface } from "node:readline"

const RUN = path.join(import.meta.dirname, "../run.mjs")

/** `start` in a process of its own, ready; it ends with a power cut. */
export async function started(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<{ url: string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, [RUN, "main"], {
    env: { ...process.env, LOG_LEVEL: "silent", PORT: "0", DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  })
  const exit = once(child, "exit")
  const url = await new Promise<string>((resolve, reject) => {
    exit.then(() => reject(new Error("it ended before it was ready")), reject)
    createInterface({ input: child.stdout }).on("line", (line) => {
      const [, url] = /^ready (\S+)$/.exec(line) ?? []
      if (url !== undefined) resolve(url)
    })
  })
  return {
    url,
    async kill() {
      child.kill("SIGKILL")
      await exit
    },
  }
}
