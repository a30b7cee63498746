import { randomUUID } from "node:crypto"
import { setTimeout as delay } from "node:timers/promises"
import * as log from "@spec-wizard/core/log"

/** What a handler finds in its context, as far as it is data. */
export type ContextData = {
  functionName: string
  functionVersion: "$LATEST"
  invokedFunctionArn: string
  memoryLimitInMB: string
  awsRequestId: string
  logGroupName: string
  logStreamName: string
  callbackWaitsForEmptyEventLoop: boolean
}

/** Event and result cross as JSON text, so that nothing is shared by reference. A result that JSON cannot hold (`undefined`) is `null`. */
export type Outcome =
  | { ok: true; payload: string }
  | { ok: false; reason: "error" | "timeout" | "crash"; type: string; message: string }

export type Execute = (event: string, context: ContextData, timeoutMs: number) => Promise<Outcome>

export type LambdaFunction = {
  execute: Execute
  timeoutMs: number
  /** How many run at a time (reserved concurrency); the others wait. */
  concurrency?: number
  /** An asynchronous event that waited longer is dropped. There are no retries. */
  maxEventAgeMs?: number
  /** As its context tells it. */
  memoryMb?: number
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const MAX_EVENT_AGE_MS = 6 * 3_600_000
const MEMORY_MB = 128
/** What an account may run at a time. @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const ACCOUNT_CONCURRENCY = 1_000

type State = { definition: LambdaFunction; running: number; waiting: (() => void)[]; started: number }

class UnknownFunctionError extends Error {}

/** Lambda, as far as we use it: synchronous and asynchronous invocations of named functions, each contained. */
export class Lambda {
  readonly #functions: Map<string, State>
  readonly #inFlight = new Set<Promise<unknown>>()
  #stopped = false

  constructor(functions: Record<string, LambdaFunction>) {
    this.#functions = new Map(
      Object.entries(functions).map(([name, definition]) => [
        name,
        { definition, running: 0, waiting: [], started: 0 },
      ]),
    )
  }

  /** How often each function was started. */
  get invocations(): Record<string, number> {
    return Object.fromEntries([...this.#functions].map(([name, state]) => [name, state.started]))
  }

  has(name: string): boolean {
    return this.#functions.has(name)
  }

  /** `RequestResponse`. Never rejects for what the handler does. @throws {UnknownFunctionError} */
  async invoke(name: string, event: unknown): Promise<Outcome> {
    return await this.invokeJson(name, JSON.stringify(event))
  }

  async invokeJson(name: string, event: string): Promise<Outcome> {
    const state = this.#state(name)
    await this.#slot(state)
    return await this.#run(name, state, event)
  }

  /** `Event`: accepted at once, run when there is room, dropped when too old by then. @throws {UnknownFunctionError} */
  enqueue(name: string, event: string): void {
    const state = this.#state(name)
    const acceptedAt = Date.now()
    const { maxEventAgeMs = MAX_EVENT_AGE_MS } = state.definition
    const later = this.#slot(state).then(async () => {
      const isExpired = Date.now() - acceptedAt > maxEventAgeMs
      if (isExpired) log.warn("lambda.event_expired", { function: name.toLowerCase() })
      if (isExpired || this.#stopped) this.#release(state)
      else await this.#run(name, state, event)
    })
    void this.#track(later)
  }

  /** Waits until all that runs has ended, at most `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.#stopped = true
    await Promise.race([Promise.all(this.#inFlight), delay(graceMs, undefined, { ref: false })])
  }

  #state(name: string): State {
    const state = this.#functions.get(name)
    if (!state) throw new UnknownFunctionError(`Function not found: ${name}`)
    return state
  }

  async #slot(state: State): Promise<void> {
    if (state.running < (state.definition.concurrency ?? ACCOUNT_CONCURRENCY)) state.running++
    else await new Promise<void>((resolve) => state.waiting.push(resolve))
  }

  /** The slot passes to whoever waits longest. */
  #release(state: State): void {
    const next = state.waiting.shift()
    if (next) next()
    else state.running--
  }

  async #run(name: string, state: State, event: string): Promise<Outcome> {
    state.started++
    const { execute, timeoutMs, memoryMb = MEMORY_MB } = state.definition
    const context = contextOf(name, memoryMb)
    const outcome = await this.#track(execute(event, context, timeoutMs).catch(failed))
    this.#release(state)
    // What a handler throws is logged with its frames where it is caught.
    if (!outcome.ok && outcome.reason !== "error")
      log.error(`lambda.${outcome.reason}`, { function: name.toLowerCase(), requestId: context.awsRequestId })
    return outcome
  }

  #track<T>(promise: Promise<T>): Promise<T> {
    this.#inFlight.add(promise)
    const forget = () => this.#inFlight.delete(promise)
    promise.then(forget, forget)
    return promise
  }
}

/** Only the error's class goes on: its message may quote what a visitor typed. */
export const failed = (error: unknown) => ({
  ok: false as const,
  reason: "error" as const,
  type: error instanceof Error ? error.name : typeof error,
  message: "The function failed.",
})

export const timedOut = (timeoutMs: number): Outcome => ({
  ok: false,
  reason: "timeout",
  type: "Sandbox.Timedout",
  message: `Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`,
})

function contextOf(name: string, memoryMb: number): ContextData {
  return {
    functionName: name,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    memoryLimitInMB: String(memoryMb),
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: "local",
    callbackWaitsForEmptyEventLoop: true,
  }
}
