/** Kinds of refusal and their HTTP status; WebSocket error frames carry the code alone. */
export const statusOf = {
  input: 400,
  auth: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  unsupported: 415,
  rate: 429,
  unavailable: 503,
} as const

export type Kind = keyof typeof statusOf

/** The only errors a visitor sees. `code` is stable, `message` is a sentence a guest may read. Anything else is a bug, answered as `internal`. */
export class VisibleError extends Error {
  readonly kind: Kind
  readonly code: string
  /** Seconds after which trying again makes sense; sent as `Retry-After`. */
  readonly retryAfter: number | undefined

  constructor(kind: Kind, code: string, message: string, options?: { retryAfter?: number; cause?: unknown }) {
    super(message, { cause: options?.cause })
    this.name = new.target.name
    this.kind = kind
    this.code = code
    this.retryAfter = options?.retryAfter
  }
}

export class UnavailableError extends VisibleError {
  constructor(cause?: unknown) {
    super("unavailable", "unavailable", "The service cannot answer right now. Nothing was lost; please try again.", {
      retryAfter: 2,
      cause,
    })
  }
}

/** A bug's public face. The cause goes to the log, never to the visitor. */
export const internal = {
  status: 500,
  code: "internal",
  message: "Something went wrong on our side. What was acknowledged is safe; please try again.",
} as const
