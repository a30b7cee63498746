/** `type` and `code` as OpenAI tells them. Without a moment to try again, 429 means that there is no money left. */
const errors: Readonly<Record<number, [type: string, code: string | null]>> = {
  400: ["invalid_request_error", null],
  401: ["invalid_request_error", "invalid_api_key"],
  403: ["invalid_request_error", "unsupported_country_region_territory"],
  404: ["invalid_request_error", "model_not_found"],
  408: ["timeout", "request_timeout"],
  429: ["insufficient_quota", "insufficient_quota"],
  503: ["server_error", "server_overloaded"],
  529: ["server_error", "server_overloaded"],
}

/** @see https://platform.openai.com/docs/guides/error-codes */
export function errorOf(status: number, message: string, isPassing = false) {
  const [type, code] =
    status === 429 && isPassing ? ["requests", "rate_limit_exceeded"] : (errors[status] ?? ["server_error", null])
  return { message, type, param: null, code }
}
