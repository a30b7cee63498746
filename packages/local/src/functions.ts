import path from "node:path"
import { fileURLToPath } from "node:url"
import { type Definition, type FunctionName, functions } from "@spec-wizard/infra/functions"
import type { MovableClock } from "./clock.ts"
import type { Routes } from "./gateway/websocket.ts"
import { Lambda, type LambdaFunction } from "./lambda.ts"
import { handlerOf, inProcess } from "./lambda-handler.ts"
import { type Environment, WorkerPool } from "./lambda-process.ts"
import { StartError, type Workers } from "./settings.ts"

export type { Definition, FunctionName } from "@spec-wizard/infra/functions"

/** The project's own folder, which handlers' paths and a relative `DATA_DIR` start from. */
export const ROOT = path.resolve(import.meta.dirname, "../../..")

export const NAMES = Object.keys(functions) as FunctionName[] // the keys of a literal

export const definitionOf = (name: FunctionName): Definition => functions[name]

export const ROUTES: Routes = {
  connect: "Connect",
  disconnect: "Disconnect",
  default: "Default",
  actions: { sendMessage: "SendMessage" },
}

/** Whether somebody waits for it to start: a visitor, and not a clock, a queue, a topic, the table, or a queue behind another function. */
const isAwaited = ({ schedule, queue, topics, stream, install }: Definition) =>
  !schedule && !queue && !topics && !stream && !install

/** What a native module keeps is given back by the end of its process alone. */
const hasOwnProcess = (name: FunctionName, workers: Workers) =>
  workers === "bundled" || (workers === "process" && name === "Reply") || definitionOf(name).install !== undefined

/** So many invocations, and a process with a native module is replaced: Typst keeps some 3 MB of each document. */
const NATIVE_INVOCATIONS = 200

/**
 * Of some 50 MB each. A reply takes seconds in which it mostly waits; the other functions are soon done and quicker in a short queue. What a
 * clock starts, nobody waits for. Setting a document takes a core and some 200 MB.
 */
const PROCESSES = { replies: 50, scheduled: 1, native: 2, others: 10 }

const isNative = (name: FunctionName) => definitionOf(name).install !== undefined

const kindOf = (name: FunctionName): keyof typeof PROCESSES => {
  if (name === "Reply") return "replies"
  return isNative(name) ? "native" : definitionOf(name).schedule ? "scheduled" : "others"
}

/** What waits for a native function takes no more tasks than that has processes: a task's lease must not run out in a line. */
const waitsForNative = ({ rights }: Definition) => NAMES.some((name) => isNative(name) && rights.invoke?.includes(name))

/** A function's handler, or that of the module a test gives in its place: a file URL. */
export function handlerNameOf(name: FunctionName, modules: Partial<Record<FunctionName, string>>): string {
  const module = modules[name]
  if (module === undefined) return functions[name].handler
  return `${path.relative(ROOT, fileURLToPath(module)).replace(/\.ts$/, "")}.handler`
}

export type Functions = {
  lambda: Lambda
  /** Undefined when the function runs in this process. */
  poolOf(name: FunctionName): WorkerPool | undefined
  /** Imports every handler, now that the environment they read is set; of those in processes of their own, the ones that visitors wait for. */
  load(): Promise<void>
  stop(): void
}

export function createFunctions(options: {
  clock: MovableClock
  workers: Workers
  environmentOf: (name: FunctionName) => Environment
}): Functions {
  const { clock, workers, environmentOf } = options
  const pools = new Map<FunctionName, WorkerPool>()
  const loads: (() => Promise<unknown>)[] = []

  const create = (name: FunctionName): LambdaFunction => {
    const { timeoutSeconds, memoryMb, asynchronous, install } = definitionOf(name)
    const limits = {
      timeoutMs: timeoutSeconds * 1_000,
      memoryMb,
      ...(asynchronous && { maxEventAgeMs: asynchronous.maxEventAgeSeconds * 1_000 }),
    }
    const environment = environmentOf(name)
    const most = PROCESSES[waitsForNative(definitionOf(name)) ? "native" : kindOf(name)]
    if (!hasOwnProcess(name, workers)) {
      const handler = handlerOf(environment)
      loads.push(handler)
      return {
        ...limits,
        execute: inProcess(handler),
        ...(waitsForNative(definitionOf(name)) && { concurrency: most }),
      }
    }
    const pool = new WorkerPool(environment, clock, {
      most,
      timeoutMs: limits.timeoutMs,
      ...(install && { maxInvocations: NATIVE_INVOCATIONS }),
    })
    pools.set(name, pool)
    if (workers === "bundled" && isAwaited(definitionOf(name)))
      loads.push(async () => {
        const loaded = await pool.load()
        if (!loaded.ok) throw new StartError(`${environment.handler} cannot be imported: ${loaded.message}`)
      })
    return { ...limits, execute: pool.execute, concurrency: most }
  }

  return {
    lambda: new Lambda(Object.fromEntries(NAMES.map((name) => [name, create(name)]))),
    poolOf: (name) => pools.get(name),
    load: async () => void (await Promise.all(loads.map((load) => load()))),
    stop() {
      for (const pool of pools.values()) pool.stop()
    },
  }
}
