import { spawn } from "node:child_process"

export type Ended = {
  /** Exit code, or the signal that ended it. */
  code: number | string
  /** Both streams, as they came. */
  said: string
}

/** Runs a script on this same Node to its end, or ours. With `onStart`, which is told its process's id, it may outlive us. */
export function runNode(
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; onStart?: (pid: number | undefined) => Promise<void> },
): Promise<Ended> {
  const { cwd, env, onStart } = options
  const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] })
  let said = ""
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text))
  const stop = () => void child.kill()
  if (!onStart) process.once("exit", stop)
  const started = onStart?.(child.pid) ?? Promise.resolve()
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code, signal) => {
      process.removeListener("exit", stop)
      started.then(() => resolve({ code: code ?? signal ?? "no code", said: said.trim() }), reject)
    })
  })
}
