import * as z from "zod/mini"

const sentences = {
  "model.rate_limited": "The model is asked too often at the moment.",
  "model.spend_limit": "The model's account has reached its limit.",
  "model.unavailable": "The model cannot be reached at the moment.",
  "model.timeout": "The model took too long.",
  "model.key_refused": "The model's provider does not accept this key.",
  "model.invalid": "The model's answer could not be understood, or its provider did not understand us.",
  "model.silent": "The model said nothing.",
  "model.cut": "The model stopped in the middle of its answer.",
  "model.refused": "The model, or a filter before it, did not want to answer.",
} as const
export type Code = keyof typeof sentences

type Details = {
  /** Nothing has been said to the visitor yet: somebody else may answer in its place. */
  isBeforeText: boolean
  /** When the provider said that it will answer again. */
  retryAfterS?: number | undefined
  /** When one more try of the same call makes sense; undefined: it does not. */
  repeatAfterMs?: number | undefined
}

/**
 * All that is kept of a provider's failure. The SDK's errors hold the request (key, visitor's words) and the response, which may echo
 * either: so there is no cause, and the message is ours.
 */
export class ModelFailedError extends Error {
  override readonly name = "ModelFailedError"
  readonly code: Code
  readonly isBeforeText: boolean
  readonly retryAfterS: number | undefined
  readonly repeatAfterMs: number | undefined

  constructor(code: Code, { isBeforeText, retryAfterS, repeatAfterMs }: Details) {
    super(sentences[code])
    this.code = code
    this.isBeforeText = isBeforeText
    this.retryAfterS = retryAfterS
    this.repeatAfterMs = repeatAfterMs
  }
}

const Word = z.catch(z.optional(z.union([z.string(), z.number()])), undefined)
const Problem = z.catch(z.optional(z.object({ type: Word, code: Word })), undefined)

/** What the SDK's errors, and the error events of a stream, tell of a failure. */
const Told = z.object({
  statusCode: z.catch(z.optional(z.number()), undefined),
  responseHeaders: z.catch(z.optional(z.record(z.string(), z.string())), undefined),
  type: Word,
  code: Word,
  data: z.catch(z.optional(z.object({ type: Word, code: Word, error: Problem })), undefined),
})
type Told = z.infer<typeof Told>

/** A pause before the second try where the provider names none. */
const PAUSE_MS = 300
const THROTTLED_MS = 1_000
/** The longest that a second try waits. */
const MAX_WAIT_S = 5

export function failureOf(error: unknown, isBeforeText: boolean): ModelFailedError {
  if (error instanceof ModelFailedError) return error
  const told = Told.safeParse(error).data ?? {}
  const words = wordsOf(told)
  const status = told.statusCode ?? statusIn(words)
  const fail = (code: Code, more: Omit<Details, "isBeforeText"> = {}) =>
    new ModelFailedError(code, { isBeforeText, ...more })
  if (status === 402 || /insufficient_quota|billing|credit/.test(words)) return fail("model.spend_limit")
  if (status === 429) return tooMany(told, fail)
  if (status === 401 || status === 403) return fail("model.key_refused")
  if (status === 408) return fail("model.timeout", { repeatAfterMs: PAUSE_MS })
  if (status !== undefined && status >= 500) return fail("model.unavailable", { repeatAfterMs: PAUSE_MS })
  const isCut = isNetwork(error)
  // Not even begun: a connection kept from the container's last turn is often dead by the next.
  if (isCut) return fail("model.unavailable", status === undefined ? { repeatAfterMs: PAUSE_MS } : {})
  return fail("model.invalid")
}

/** Without a time to come back the limit is one of money, and asking again would not help. */
function tooMany(told: Told, fail: (code: Code, more?: Omit<Details, "isBeforeText">) => ModelFailedError) {
  // An event inside of a stream has no headers that could name a time.
  if (told.responseHeaders === undefined) return fail("model.rate_limited")
  // AWS's limits are of a minute, never of money, and name no time.
  if (/Throttling/.test(told.responseHeaders["x-amzn-errortype"] ?? ""))
    return fail("model.rate_limited", { repeatAfterMs: THROTTLED_MS })
  const retryAfterS = secondsIn(told.responseHeaders)
  if (retryAfterS === undefined) return fail("model.spend_limit")
  return fail("model.rate_limited", {
    retryAfterS,
    repeatAfterMs: retryAfterS <= MAX_WAIT_S ? retryAfterS * 1000 : undefined,
  })
}

/** `Retry-After` is a number of seconds or a date. */
function secondsIn(headers: Record<string, string>): number | undefined {
  const value = headers["retry-after"]?.trim()
  if (!value) return undefined
  const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds))
}

const wordsOf = ({ type, code, data }: Told): string =>
  [type, code, data?.type, data?.code, data?.error?.type, data?.error?.code].filter(Boolean).join(" ").toLowerCase()

function statusIn(words: string): number | undefined {
  if (/overloaded/.test(words)) return 529
  if (/rate_limit/.test(words)) return 429
  if (/server_error|api_error|unavailable/.test(words)) return 500
  return undefined
}

const NETWORK =
  /^(?:E(?:CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)|UND_ERR_(?:SOCKET|\w+_TIMEOUT)|CERT_\w+)$/

function isNetwork(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false
  const { code } = error as { code?: unknown } // Node's and undici's own
  return (typeof code === "string" && NETWORK.test(code)) || isNetwork(error.cause, depth + 1)
}
