import { existsSync } from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"
import * as log from "@spec-wizard/core/log"
import { type ContextData, type Execute, failed, type Outcome, timedOut } from "./lambda.ts"

export type Handler = (event: unknown, context: unknown) => unknown

/** Where a function's code stands: a directory and, from there, a file without its extension, and an export: `src/connect.handler`. */
export type Code = { directory: string; handler: string }

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

/** A function's handler, imported once, when it is first needed. */
export function handlerOf(code: Code): () => Promise<Handler> {
  let loaded: Promise<Handler> | undefined
  return () => (loaded ??= load(code))
}

async function load({ directory, handler }: Code): Promise<Handler> {
  const dot = handler.lastIndexOf(".")
  const base = path.join(directory, handler.slice(0, dot))
  const bundle = `${base}.mjs`
  const module: Record<string, unknown> = await import(pathToFileURL(existsSync(bundle) ? bundle : `${base}.ts`).href)
  const found = module[handler.slice(dot + 1)]
  if (typeof found !== "function") throw new Error(`${handler} is not exported`)
  return found as Handler // a function; what it accepts is checked by calling it
}
