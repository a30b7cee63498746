import { type ChildProcess, fork } from "node:child_process"
import { fileURLToPath } from "node:url"
import * as z from "zod/mini"
import type { MovableClock } from "./clock.ts"
import { type ContextData, type Execute, type Outcome, timedOut } from "./lambda.ts"

const RUNNER = fileURLToPath(new URL("./lambda-runner.ts", import.meta.url))

/** What the parent tells a worker. */
export const Order = z.discriminatedUnion("type", [
  z.object({ type: z.literal("clock"), offsetMs: z.number() }),
  z.object({
    type: z.literal("invoke"),
    event: z.string(),
    context: z.custom<ContextData>((value) => typeof value === "object"),
    timeoutMs: z.number(),
  }),
])
export type Order = z.infer<typeof Order>

/** What a worker answers to `invoke`. */
const Answer = z.custom<Outcome>((value) => typeof value === "object" && value !== null && "ok" in value)

export type Worker = { pid: number; busy: boolean }

/** Real child processes, one per concurrent invocation, reused when idle, as Lambda keeps its execution environments. */
export class WorkerPool {
  readonly #module: string
  readonly #clock: MovableClock
  readonly #workers = new Map<ChildProcess, { busy: boolean }>()

  /** `module`: a specifier or file URL whose `handler` export is run. */
  constructor(module: string, clock: MovableClock) {
    this.#module = module
    this.#clock = clock
    clock.onMove((offsetMs) => {
      for (const child of this.#workers.keys()) tell(child, { type: "clock", offsetMs })
    })
  }

  get workers(): Worker[] {
    return [...this.#workers].flatMap(([{ pid }, { busy }]) => (pid === undefined ? [] : [{ pid, busy }]))
  }

  execute: Execute = (event, context, timeoutMs) => {
    const child = this.#idle() ?? this.#start()
    const state = this.#workers.get(child)
    if (state) state.busy = true
    return new Promise((resolve) => {
      const settle = (outcome: Outcome) => {
        clearTimeout(timer)
        child.off("message", onMessage).off("exit", onExit).off("error", onExit)
        if (state) state.busy = false
        resolve(outcome)
      }
      const onMessage = (message: unknown) => {
        const answer = Answer.safeParse(message)
        if (answer.success) settle(answer.data)
      }
      const onExit = () =>
        settle({ ok: false, reason: "crash", type: "Runtime.ExitError", message: "The worker exited." })
      const timer = setTimeout(() => {
        this.#workers.delete(child)
        child.kill("SIGKILL")
        settle(timedOut(timeoutMs))
      }, timeoutMs)
      child.on("message", onMessage).on("exit", onExit).on("error", onExit)
      tell(child, { type: "invoke", event, context, timeoutMs })
    })
  }

  /** SIGKILL, because a stopped (SIGSTOP) process hears nothing else. */
  stop(): void {
    for (const child of this.#workers.keys()) child.kill("SIGKILL")
    this.#workers.clear()
  }

  #idle(): ChildProcess | undefined {
    for (const [child, { busy }] of this.#workers) if (!busy && child.connected) return child
    return undefined
  }

  #start(): ChildProcess {
    const child = fork(RUNNER, [this.#module, String(this.#clock.offsetMs())], { execArgv: [] })
    this.#workers.set(child, { busy: false })
    child.once("exit", () => this.#workers.delete(child))
    child.on("error", () => this.#workers.delete(child)) // it could not be started
    return child
  }
}

/** A worker that dies meanwhile is noticed by its exit, not here. */
function tell(child: ChildProcess, order: Order): void {
  if (child.connected) child.send(order, () => {})
}
