import type { Answer } from "../answer.ts"
import { read } from "./chat-request.ts"
import { errorOf } from "./openai-error.ts"
import { dataOnly, EVENTS, type Frame, type Wire } from "./wire.ts"

/** OpenAI's chat completions, which every other server speaks too. */
export const chat: Wire = {
  read,
  stream,
  whole: (answer) => ({
    ...headOf(answer, "chat.completion"),
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: answer.texts.length > 0 ? answer.texts.join("") : null,
          refusal: null,
          ...(answer.tools.length > 0 && {
            tool_calls: answer.tools.map(({ id, name, json }) => ({
              id: `call_${id}`,
              type: "function",
              function: { name, arguments: json },
            })),
          }),
        },
        logprobs: null,
        finish_reason: stops[answer.stop],
      },
    ],
    usage: usageOf(answer),
  }),
  refusal: (status, message, isPassing) => ({ error: errorOf(status, message, isPassing) }),
  failure: (status, message) => dataOnly({ error: errorOf(status, message) }).bytes,
  requestId: "x-request-id",
  contentType: EVENTS,
}

const stops = { end: "stop", length: "length", tool: "tool_calls", refused: "content_filter" } as const

/** @see https://platform.openai.com/docs/api-reference/chat/streaming */
function stream(answer: Answer): Frame[] {
  const head = headOf(answer, "chat.completion.chunk")
  const usage = answer.wantsUsage ? { usage: null } : {}
  const chunk = (delta: Record<string, unknown>, characters = 0, finish: string | null = null) =>
    dataOnly({ ...head, choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }], ...usage }, characters)
  return [
    chunk({ role: "assistant", content: answer.texts.length > 0 ? "" : null, refusal: null }),
    ...answer.texts.map((content) => chunk({ content }, content.length)),
    ...answer.tools.flatMap(({ id, name, pieces }, index) => [
      chunk({ tool_calls: [{ index, id: `call_${id}`, type: "function", function: { name, arguments: "" } }] }),
      ...pieces.map((piece) => chunk({ tool_calls: [{ index, function: { arguments: piece } }] }, piece.length)),
    ]),
    chunk({}, 0, stops[answer.stop]),
    ...(answer.wantsUsage ? [dataOnly({ ...head, choices: [], usage: usageOf(answer) })] : []),
    { bytes: Buffer.from("data: [DONE]\n\n"), characters: 0 },
  ]
}

const headOf = ({ id, model, createdAt }: Answer, object: string) => ({
  id: `chatcmpl-${id}`,
  object,
  created: createdAt,
  model,
  service_tier: "default",
  system_fingerprint: "fp_standin",
})

function usageOf({ usage }: Answer) {
  const prompt = usage.input + usage.cacheRead + usage.cacheWrite
  return {
    prompt_tokens: prompt,
    completion_tokens: usage.output,
    total_tokens: prompt + usage.output,
    prompt_tokens_details: {
      cached_tokens: usage.cacheRead,
      cache_write_tokens: usage.cacheWrite,
      audio_tokens: 0,
    },
    completion_tokens_details: {
      reasoning_tokens: 0,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  }
}
