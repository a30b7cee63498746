import { readdir, writeFile } from "node:fs/promises"
import path from "node:path"
import { setTimeout as delay } from "node:timers/promises"

/** A worker's handler for tests: does what its event says and tells in which process. */
export async function handler(event: { do: string; at?: string }, context: { getRemainingTimeInMillis(): number }) {
  if (event.do === "hang") await delay(60_000)
  if (event.do === "spin") for (;;);
  if (event.do === "throw") throw new TypeError("with what a visitor typed")
  if (event.do === "exit") process.exit(3)
  if (event.do === "wait") await delay(1_000)
  if (event.do === "meet" && event.at !== undefined) await meet(event.at)
  return {
    pid: process.pid,
    now: Date.now(),
    created: new Date().toISOString(),
    left: context.getRemainingTimeInMillis(),
  }
}

/** Waits in a folder until another process is there too. */
async function meet(folder: string): Promise<void> {
  await writeFile(path.join(folder, String(process.pid)), "")
  while ((await readdir(folder)).length < 2) await delay(20)
}
