import type { Answer } from "../answer.ts"
import { read } from "./anthropic-request.ts"
import { EVENTS, event, type Frame, type Typed, type Wire } from "./wire.ts"

const errors: Readonly<Record<number, string>> = {
  400: "invalid_request_error",
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  408: "timeout_error",
  413: "request_too_large",
  429: "rate_limit_error",
  504: "timeout_error",
  529: "overloaded_error",
}

const errorOf = (status: number, message: string) => ({
  type: "error",
  error: { type: errors[status] ?? "api_error", message },
})

/** @see https://docs.claude.com/en/docs/build-with-claude/streaming */
export const anthropic: Wire = {
  read,
  stream,
  whole: (answer) => ({
    ...messageOf(answer),
    content: [
      ...(answer.texts.length > 0 ? [{ type: "text", text: answer.texts.join("") }] : []),
      ...answer.tools.map(({ id, name, json }) => ({ type: "tool_use", id: `toolu_${id}`, name, input: parsed(json) })),
    ],
    stop_reason: stops[answer.stop],
    usage: usageOf(answer),
  }),
  refusal: (status, message) => ({ ...errorOf(status, message), request_id: "req_standin" }),
  failure: (status, message) => event(errorOf(status, message)).bytes,
  requestId: "request-id",
  contentType: EVENTS,
}

const stops = { end: "end_turn", length: "max_tokens", tool: "tool_use", refused: "refusal" } as const

function stream(answer: Answer): Frame[] {
  const usage = usageOf(answer)
  const text =
    answer.texts.length === 0
      ? []
      : block(0, { type: "text", text: "" }, answer.texts, (piece) => ({ type: "text_delta", text: piece }))
  const tools = answer.tools.flatMap(({ id, name, pieces }, at) =>
    block(
      at + (text.length > 0 ? 1 : 0),
      { type: "tool_use", id: `toolu_${id}`, name, input: {} },
      // The first is always empty.
      ["", ...pieces],
      (piece) => ({ type: "input_json_delta", partial_json: piece }),
    ),
  )
  return [
    event({ type: "message_start", message: { ...messageOf(answer), usage: { ...usage, output_tokens: 1 } } }),
    event({ type: "ping" }),
    ...text,
    ...tools,
    event({ type: "message_delta", delta: { stop_reason: stops[answer.stop], stop_sequence: null }, usage }),
    event({ type: "message_stop" }),
  ]
}

function block(index: number, start: Typed, pieces: string[], deltaOf: (piece: string) => Typed): Frame[] {
  return [
    event({ type: "content_block_start", index, content_block: start }),
    ...pieces.map((piece) => event({ type: "content_block_delta", index, delta: deltaOf(piece) }, piece.length)),
    event({ type: "content_block_stop", index }),
  ]
}

const messageOf = ({ id, model }: Answer) => ({
  id: `msg_${id}`,
  type: "message",
  role: "assistant",
  model,
  content: [],
  stop_reason: null,
  stop_sequence: null,
})

const usageOf = ({ usage }: Answer) => ({
  input_tokens: usage.input,
  cache_creation_input_tokens: usage.cacheWrite,
  cache_read_input_tokens: usage.cacheRead,
  output_tokens: usage.output,
  service_tier: "standard",
})

/** An input stands in a whole message as a value; one that is not JSON can only stand there as its text. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}
