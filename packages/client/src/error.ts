/**
 * An HTTP call that did not succeed. `code` is the server's stable one (`session.not_found`), `offline` when no answer came at all,
 * `socket.blocked` when only the WebSocket does not get through, `http.<status>` when the answer was not ours (a proxy's page) and `answer.invalid` when it did not have the promised shape.
 */
export class ApiError extends Error {
  /** 0 when there was no answer. */
  readonly status: number
  readonly code: string
  /** A sentence a visitor may read. */
  readonly detail: string
  readonly requestId: string
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined

  constructor(problem: { status: number; code: string; detail: string; requestId?: string; retryAfter?: number }) {
    super(problem.detail)
    this.name = "ApiError"
    this.status = problem.status
    this.code = problem.code
    this.detail = problem.detail
    this.requestId = problem.requestId ?? ""
    this.retryAfter = problem.retryAfter
  }
}

/**
 * A message or a retry that will not be sent again. Ours are `message.empty`, `message.too_long`, `frame.too_large` (measured first),
 * `turn.not_retryable`, `message.discarded` and `chat.closed`; every other code is the server's.
 */
export class ChatError extends Error {
  readonly code: string
  /** A sentence a visitor may read. */
  readonly detail: string

  constructor(code: string, detail: string) {
    super(detail)
    this.name = "ChatError"
    this.code = code
    this.detail = detail
  }
}
