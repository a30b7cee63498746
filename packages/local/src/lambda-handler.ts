import * as log from "@spec-wizard/core/log"
import { type ContextData, type Execute, failed, type Outcome, timedOut } from "./lambda.ts"

export type Handler = (event: unknown, context: unknown) => unknown

/** Calls a handler with a context of its own. Whatever it throws, rejects with or returns becomes an outcome. */
export async function call(handler: Handler, event: string, data: ContextData, timeoutMs: number): Promise<Outcome> {
  const startedAt = performance.now()
  const context = {
    ...data,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(timeoutMs - (performance.now() - startedAt))),
  }
  try {
    return { ok: true, payload: JSON.stringify(await handler(JSON.parse(event), context)) ?? "null" }
  } catch (error) {
    log.error("handler.threw", { requestId: data.awsRequestId }, error)
    return failed(error)
  }
}

/** Runs in this process. A handler that hangs is left behind at its timeout, for it cannot be killed here. */
export function inProcess(load: () => Promise<Handler>): Execute {
  return async (event, context, timeoutMs) => {
    const { promise: timeout, resolve } = Promise.withResolvers<Outcome>()
    const timer = setTimeout(() => resolve(timedOut(timeoutMs)), timeoutMs)
    const answer = load().then((handler) => call(handler, event, context, timeoutMs))
    return await Promise.race([answer, timeout]).finally(() => clearTimeout(timer))
  }
}

/** The `handler` export of a module, imported once, when it is first needed. */
export function handlerOf(specifier: string): () => Promise<Handler> {
  let loaded: Promise<Handler> | undefined
  return () => (loaded ??= load(specifier))
}

async function load(specifier: string): Promise<Handler> {
  const module: { handler?: unknown } = await import(specifier)
  if (typeof module.handler !== "function") throw new Error(`${specifier} exports no handler`)
  return module.handler as Handler // a function; what it accepts is checked by calling it
}
