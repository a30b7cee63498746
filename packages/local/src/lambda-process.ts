import { ChildProcess, fork } from "node:child_process"
import { availableParallelism } from "node:os"
import { fileURLToPath } from "node:url"
import type { MovableClock } from "./clock.ts"
import { type Execute, type Outcome, timedOut } from "./lambda.ts"
import type { Code } from "./lambda-handler.ts"
import { Answer, LOADED, type Order } from "./lambda-order.ts"

/** The inside of a worker, as source. */
export const RUNNER = fileURLToPath(new URL("./lambda-runner.ts", import.meta.url))

/**
 * Lambda waits 10 s for a function's import and then once more as long as the function may take; here no CPU is to be had alone.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
const LOAD_MS = 30_000
/** More starts at a time would only slow each other down, and meanwhile another worker may fall idle. */
const MAX_STARTING = availableParallelism()
/**
 * A start that takes longer than this, for it may be frozen, no longer keeps others waiting. Each that is late makes the next one's term
 * longer: then it is the machine that is slow, and more starts would make it slower.
 */
const LATE_MS = 5_000

/** What a worker is started with. */
export type Environment = Code & {
  /** All it finds in its environment; without it, what this process has. */
  env?: Record<string, string>
  /** The runner to start, when not the source. */
  runner?: string
  heapMb?: number
}

export type Worker = { pid: number; busy: boolean }

/** `most`: processes at a time, also when one of them is frozen; `maxInvocations`: how many one gets before another takes its place. */
type Limits = { most?: number; timeoutMs?: number; maxInvocations?: number }

const UNLIMITED = { most: Number.POSITIVE_INFINITY, timeoutMs: 0, maxInvocations: Number.POSITIVE_INFINITY }

const CRASHED: Outcome = { ok: false, reason: "crash", type: "Runtime.ExitError", message: "The worker exited." }

/** Real child processes of one function, one per concurrent invocation, reused when idle, as Lambda keeps its execution environments. */
export class WorkerPool {
  readonly #environment: Environment
  readonly #clock: MovableClock
  readonly #limits: Required<Limits>
  readonly #workers = new Map<ChildProcess, { busy: boolean; invocations: number }>()
  readonly #starting = new Set<ChildProcess>()
  readonly #late = new Set<ChildProcess>()
  /** Invocations without a worker; each gets one, or the reason why there is none. */
  readonly #waiting: ((worker: ChildProcess | Outcome) => void)[] = []
  #stopped = false

  constructor(environment: Environment, clock: MovableClock, limits: Limits = {}) {
    this.#environment = environment
    this.#clock = clock
    this.#limits = { ...UNLIMITED, ...limits }
    clock.onMove((offsetMs) => {
      for (const child of this.#workers.keys()) tell(child, { type: "clock", offsetMs })
    })
  }

  get workers(): Worker[] {
    return [...this.#workers].flatMap(([{ pid }, { busy }]) => (pid === undefined ? [] : [{ pid, busy }]))
  }

  execute: Execute = async (event, context, timeoutMs) => {
    const worker = await this.#take()
    if (!(worker instanceof ChildProcess)) return worker
    const outcome = await ask(worker, { type: "invoke", event, context, timeoutMs }, timeoutMs)
    if ((!outcome.ok && outcome.reason !== "error") || this.#isSpent(worker)) this.#discard(worker)
    else this.#give(worker)
    return outcome
  }

  #isSpent(child: ChildProcess): boolean {
    const state = this.#workers.get(child)
    return state !== undefined && ++state.invocations >= this.#limits.maxInvocations
  }

  /** Starts a worker and has it import the code; whether it could, and why not. */
  async load(): Promise<Outcome> {
    const worker = await this.#take()
    if (!(worker instanceof ChildProcess)) return worker
    this.#give(worker)
    return LOADED
  }

  stop(): void {
    this.#stopped = true
    for (const child of this.#workers.keys()) this.#discard(child)
    for (const resolve of this.#waiting.splice(0)) resolve(CRASHED)
  }

  #take(): ChildProcess | Promise<ChildProcess | Outcome> {
    for (const [child, state] of this.#workers) {
      if (state.busy || !child.connected) continue
      state.busy = true
      return child
    }
    const { promise, resolve } = Promise.withResolvers<ChildProcess | Outcome>()
    this.#waiting.push(resolve)
    this.#grow()
    return promise
  }

  /** A worker that has nothing to do goes to whoever waits longest. */
  #give(child: ChildProcess): void {
    const state = this.#workers.get(child)
    if (!state) return
    const next = this.#waiting.shift()
    if (next) next(child)
    else state.busy = false
  }

  /** SIGKILL, because a stopped (SIGSTOP) process hears nothing else. */
  #discard(child: ChildProcess): void {
    this.#workers.delete(child)
    child.kill("SIGKILL")
    this.#grow()
  }

  #grow(): void {
    const starting = this.#starting.size
    const hasRoom = starting < MAX_STARTING && this.#workers.size < this.#limits.most
    if (!this.#stopped && hasRoom && starting < this.#waiting.length) void this.#start()
  }

  async #start(): Promise<void> {
    const { directory, handler, env, runner = RUNNER, heapMb } = this.#environment
    const child = fork(runner, [handler, String(this.#clock.offsetMs())], {
      cwd: directory,
      execArgv: heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`],
      ...(env && { env }),
    })
    this.#workers.set(child, { busy: true, invocations: 0 })
    child.once("exit", () => this.#workers.delete(child))
    child.on("error", () => this.#workers.delete(child)) // it could not be started

    this.#starting.add(child)
    this.#grow()
    const started = () => {
      this.#starting.delete(child)
      this.#grow()
    }
    const late = setTimeout(
      () => {
        this.#late.add(child)
        started()
      },
      LATE_MS * (this.#late.size + 1),
    )
    const loaded = await ask(child, { type: "load" }, Math.max(LOAD_MS, this.#limits.timeoutMs))
    clearTimeout(late)
    this.#late.delete(child)
    if (loaded.ok) this.#give(child)
    else {
      this.#discard(child)
      this.#waiting.shift()?.(loaded)
    }
    started()
  }
}

/** Gives a worker an order and waits for its answer, its end or the timeout. */
function ask(child: ChildProcess, order: Order, timeoutMs: number): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const onMessage = (message: unknown) => {
    const answer = Answer.safeParse(message)
    if (answer.success) resolve(answer.data)
  }
  const onExit = () => resolve(CRASHED)
  const timer = setTimeout(() => resolve(timedOut(timeoutMs)), timeoutMs)
  child.on("message", onMessage).on("exit", onExit).on("error", onExit)
  if (child.exitCode !== null || child.signalCode !== null) onExit()
  tell(child, order)
  return promise.finally(() => {
    clearTimeout(timer)
    child.off("message", onMessage).off("exit", onExit).off("error", onExit)
  })
}

/** A worker that dies meanwhile is noticed by its exit, not here. */
function tell(child: ChildProcess, order: Order): void {
  if (child.connected) child.send(order, () => {})
}
