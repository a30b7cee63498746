import { ApiError, type Problem } from "@spec-wizard/client"

/** What is known of a failed call. */
export function problemOf(cause: unknown): Problem {
  if (!(cause instanceof ApiError)) return { code: "internal", detail: "" }
  const { code, detail, requestId, retryAfter } = cause
  return { code, detail, ...(requestId && { requestId }), ...(retryAfter !== undefined && { retryAfter }) }
}
