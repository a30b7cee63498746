import type { Answer, AnsweredTool } from "../answer.ts"
import { errorOf } from "./openai-error.ts"
import { read } from "./responses-request.ts"
import { EVENTS, event, type Frame, type Typed, type Wire } from "./wire.ts"

/** OpenAI's Responses. */
export const responses: Wire = {
  read,
  stream,
  whole: (answer) => finished(answer),
  refusal: (status, message, isPassing) => ({ error: errorOf(status, message, isPassing) }),
  failure: (status, message) => {
    const { code, param } = errorOf(status, message)
    return event({ type: "error", sequence_number: 0, code: code ?? "server_error", message, param }).bytes
  },
  requestId: "x-request-id",
  contentType: EVENTS,
}

/** Of the item that holds an answer's text. */
export const textIdOf = (answer: Answer) => `msg_${answer.id}`

/** @see https://platform.openai.com/docs/api-reference/responses-streaming */
function stream(answer: Answer): Frame[] {
  let sequence = 0
  const next = (data: Typed, characters = 0) => event({ ...data, sequence_number: sequence++ }, characters)
  const response = responseOf(answer, "in_progress")
  const frames = [next({ type: "response.created", response }), next({ type: "response.in_progress", response })]
  if (answer.texts.length > 0) frames.push(...textFrames(answer, next))
  const first = answer.texts.length > 0 ? 1 : 0
  for (const [at, tool] of answer.tools.entries()) frames.push(...toolFrames(tool, first + at, next))
  const whole = finished(answer)
  frames.push(next({ type: `response.${whole.status}`, response: whole }))
  return frames
}

type Next = (data: Typed, characters?: number) => Frame

function textFrames(answer: Answer, next: Next): Frame[] {
  const item = textItemOf(answer)
  const [part] = item.content
  const place = { item_id: item.id, output_index: 0, content_index: 0 }
  return [
    next({
      type: "response.output_item.added",
      output_index: 0,
      item: { ...item, status: "in_progress", content: [] },
    }),
    next({ type: "response.content_part.added", ...place, part: { ...part, text: "" } }),
    ...answer.texts.map((delta) =>
      next({ type: "response.output_text.delta", ...place, delta, logprobs: [] }, delta.length),
    ),
    next({ type: "response.output_text.done", ...place, text: answer.texts.join(""), logprobs: [] }),
    next({ type: "response.content_part.done", ...place, part }),
    next({ type: "response.output_item.done", output_index: 0, item }),
  ]
}

function toolFrames(tool: AnsweredTool, output_index: number, next: Next): Frame[] {
  const item = toolItemOf(tool)
  const place = { item_id: item.id, output_index }
  return [
    next({
      type: "response.output_item.added",
      output_index,
      item: { ...item, status: "in_progress", arguments: "" },
    }),
    ...tool.pieces.map((delta) =>
      next({ type: "response.function_call_arguments.delta", ...place, delta }, delta.length),
    ),
    next({ type: "response.function_call_arguments.done", ...place, arguments: tool.json }),
    next({ type: "response.output_item.done", output_index, item }),
  ]
}

const textItemOf = (answer: Answer) => ({
  id: textIdOf(answer),
  type: "message",
  status: "completed",
  role: "assistant",
  content: [{ type: "output_text", text: answer.texts.join(""), annotations: [], logprobs: [] }],
})

const toolItemOf = ({ id, name, json }: AnsweredTool) => ({
  id: `fc_${id}`,
  type: "function_call",
  status: "completed",
  call_id: `call_${id}`,
  name,
  arguments: json,
})

const finished = (answer: Answer) => ({
  ...responseOf(answer, reasonOf(answer) ? "incomplete" : "completed"),
  incomplete_details: reasonOf(answer) ? { reason: reasonOf(answer) } : null,
  output: [...(answer.texts.length > 0 ? [textItemOf(answer)] : []), ...answer.tools.map(toolItemOf)],
  usage: usageOf(answer),
})

const reasonOf = ({ stop }: Answer) =>
  ({ length: "max_output_tokens", refused: "content_filter", end: "", tool: "" })[stop]

const responseOf = ({ id, model, createdAt }: Answer, status: "in_progress" | "completed" | "incomplete") => ({
  id: `resp_${id}`,
  object: "response",
  created_at: createdAt,
  status,
  error: null,
  incomplete_details: null,
  instructions: null,
  metadata: {},
  model,
  output: [],
  parallel_tool_calls: true,
  previous_response_id: null,
  service_tier: "default",
  store: true,
  tool_choice: "auto",
  tools: [],
  usage: null,
})

function usageOf({ usage }: Answer) {
  const input = usage.input + usage.cacheRead + usage.cacheWrite
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: usage.cacheRead, cache_write_tokens: usage.cacheWrite },
    output_tokens: usage.output,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: input + usage.output,
  }
}
