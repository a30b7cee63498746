import { fork } from "node:child_process"
import { once } from "node:events"
import path from "node:path"

export type Child = {
  /** The next thing it tells. Rejects when it ends first. */
  told(): Promise<unknown>
  stop(): Promise<void>
}

/** A process of its own, from a file in `child/`: what it computes does not eat the time of what it is held against. */
export function child(name: string, args: string[] = [], env: Record<string, string> = {}): Child {
  const file = path.join(import.meta.dirname, "child", `${name}.ts`)
  const forked = fork(file, args, {
    env: { ...process.env, ...env },
    execArgv: [],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
  return {
    async told() {
      const abort = new AbortController()
      const { signal } = abort
      try {
        const ended = once(forked, "exit", { signal }).then(([code]) => {
          throw new Error(`${name} ended with ${code}`)
        })
        const [message] = await Promise.race([once(forked, "message", { signal }), ended])
        return message
      } finally {
        abort.abort()
      }
    },
    async stop() {
      if (forked.exitCode !== null || forked.signalCode !== null) return
      const gone = once(forked, "exit")
      forked.kill("SIGTERM")
      await gone
    },
  }
}
