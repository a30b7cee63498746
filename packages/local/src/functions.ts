import type { MovableClock } from "./clock.ts"
import type { Routes } from "./gateway/websocket.ts"
import { Lambda, type LambdaFunction } from "./lambda.ts"
import { handlerOf, inProcess } from "./lambda-handler.ts"
import { WorkerPool } from "./lambda-process.ts"

/** What is deployed: the module of each function and how long it may run. */
const FUNCTIONS = {
  Connect: { module: "@spec-wizard/chat/connect", timeoutMs: 29_000 },
  Disconnect: { module: "@spec-wizard/chat/disconnect", timeoutMs: 29_000 },
  SendMessage: { module: "@spec-wizard/chat/send-message", timeoutMs: 29_000 },
  Default: { module: "@spec-wizard/chat/default", timeoutMs: 29_000 },
  Reply: { module: "@spec-wizard/chat/reply", timeoutMs: 360_000 },
  Sweep: { module: "@spec-wizard/chat/sweep", timeoutMs: 60_000 },
  Api: { module: "@spec-wizard/sessions/router", timeoutMs: 29_000 },
} as const

/** Of 40 MB each. */
const MAX_PROCESSES = 50

export type FunctionName = keyof typeof FUNCTIONS

export const ROUTES: Routes = {
  connect: "Connect",
  disconnect: "Disconnect",
  default: "Default",
  actions: { sendMessage: "SendMessage" },
}

/** Imports every handler, now that the environment they read is set. With `workers: "process"` replies get processes of their own. */
export async function loadFunctions(options: {
  clock: MovableClock
  workers: "inline" | "process"
  modules: Partial<Record<FunctionName, string>>
}): Promise<{ lambda: Lambda; pool: WorkerPool | undefined }> {
  let pool: WorkerPool | undefined
  const load = async ([name, { module, timeoutMs }]: [string, { module: string; timeoutMs: number }]) => {
    const specifier = options.modules[name as FunctionName] ?? module // the names of `FUNCTIONS`
    if (name === "Reply" && options.workers === "process") {
      pool = new WorkerPool(specifier, options.clock)
      return [name, { execute: pool.execute, timeoutMs, concurrency: MAX_PROCESSES }] as const
    }
    const handler = handlerOf(specifier)
    await handler()
    return [name, { execute: inProcess(handler), timeoutMs }] as const
  }
  const functions: Record<string, LambdaFunction> = Object.fromEntries(
    await Promise.all(Object.entries(FUNCTIONS).map(load)),
  )
  return { lambda: new Lambda(functions), pool }
}
