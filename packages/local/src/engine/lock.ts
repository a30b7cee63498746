import { createHash } from "node:crypto"
import { realpath } from "node:fs/promises"
import { createServer } from "node:net"
import { StartError } from "../settings.ts"

/**
 * Takes a data directory for this process; returns the way to give it back. The lock is a name in Linux's abstract socket namespace: it
 * ends with its process however that dies, so no stale lock can stop a start. Elsewhere nothing is locked.
 * @throws {StartError} when another process has it.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  if (process.platform !== "linux") return async () => {}
  const name = createHash("sha256")
    .update(await realpath(directory))
    .digest("hex")
    .slice(0, 32)
  const server = createServer((socket) => socket.destroy()).unref()
  await new Promise<void>((resolve, reject) => {
    server.once("error", () =>
      reject(
        new StartError(
          `DATA_DIR ${directory} is in use by another start: stop it, or set DATA_DIR to another directory.`,
        ),
      ),
    )
    server.listen(`\0spec-wizard-${name}`, resolve)
  })
  return () => new Promise((resolve) => server.close(() => resolve()))
}
