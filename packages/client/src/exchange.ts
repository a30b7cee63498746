import * as Http from "@spec-wizard/core/protocol/http"
import { MINOR, MINOR_HEADER } from "@spec-wizard/core/protocol/version"
import type * as z from "zod/mini"
import { ApiError } from "./error.ts"

export type ExchangeOptions = {
  /** Where `/v1` is, without it: `https://example.com`. Empty in a page served from the same origin. */
  baseUrl: string
  /** `cookie`: the browser's cookie says who is asking, and the token is never kept where a script could read it. */
  credentials?: "bearer" | "cookie"
  fetch?: typeof fetch
  /** Without an answer for so long a call fails with `offline`. */
  timeoutMs?: number
}

/**
 * How everything is asked of the API. `token` is looked up for each call. Every failure is an `ApiError`; a call cancelled by its own
 * `signal` rejects with the signal's reason.
 */
export function createExchange(options: ExchangeOptions & { token: () => string | undefined }) {
  const base = options.baseUrl.replace(/\/+$/, "")
  const cookie = options.credentials === "cookie"
  const timeoutMs = options.timeoutMs ?? 30_000

  async function request<S extends z.ZodMiniType>(schema: S, method: Method, path: string, sent: Sent = {}) {
    const answer = await exchange(method, path, sent)
    if (!answer.ok) throw refusal(answer)
    const parsed = schema.safeParse(answer.body)
    if (!parsed.success)
      throw new ApiError({
        status: answer.status,
        code: "answer.invalid",
        detail: "The service answered in a way this program does not understand.",
      })
    return parsed.data
  }

  async function raw(method: Method, path: string, sent: Sent = {}): Promise<string> {
    const answer = await exchange(method, path, sent)
    if (!answer.ok) throw refusal(answer)
    return answer.text
  }

  async function exchange(method: string, path: string, sent: Sent): Promise<Answer> {
    const { key, signal, text: body = sent.body === undefined ? undefined : JSON.stringify(sent.body) } = sent
    const token = options.token()
    const ending = new AbortController() // AbortSignal.any came to Safari with 17.4
    const end = () => ending.abort()
    const timer = setTimeout(end, timeoutMs)
    signal?.addEventListener("abort", end)
    if (signal?.aborted) end()
    try {
      const response = await (options.fetch ?? fetch)(`${base}/v1${path}`, {
        method,
        headers: {
          accept: "application/json",
          [MINOR_HEADER]: String(MINOR),
          ...(body !== undefined && { "content-type": "application/json" }),
          ...(key !== undefined && { "idempotency-key": key }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body }),
        credentials: cookie ? "include" : "omit",
        cache: "no-store",
        signal: ending.signal,
      })
      const text = await response.text()
      return { ok: response.ok, status: response.status, headers: response.headers, text, body: json(text) }
    } catch {
      if (signal?.aborted) throw signal.reason
      throw new ApiError({ status: 0, code: "offline", detail: "The service cannot be reached right now." })
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener("abort", end)
    }
  }

  return { request, raw }
}

type Method = "GET" | "POST" | "PATCH" | "DELETE"
/** `text` is a body that is JSON already. */
type Sent = { body?: unknown; text?: string; key?: string; signal?: AbortSignal }
type Answer = { ok: boolean; status: number; headers: Headers; text: string; body: unknown }

export function query(values: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== undefined) search.set(name, String(value))
  return search.size === 0 ? "" : `?${search}`
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal({ status, headers, body }: Answer): ApiError {
  const problem = Http.Problem.safeParse(body).data
  const after = retryAfter(headers.get("retry-after"))
  return new ApiError({
    status,
    code: problem?.code ?? `http.${status}`,
    detail: problem?.detail ?? "The service could not do that.",
    requestId: problem?.requestId ?? "",
    ...(after !== undefined && { retryAfter: after }),
  })
}

/** Seconds, or a date. @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined
}
