import type { Answer } from "../answer.ts"
import { read } from "./bedrock-request.ts"
import { message } from "./event-stream.ts"
import type { Frame, Wire } from "./wire.ts"

const errors: Readonly<Record<number, string>> = {
  400: "ValidationException",
  403: "AccessDeniedException",
  404: "ResourceNotFoundException",
  408: "ModelTimeoutException",
  424: "ModelErrorException",
  429: "ThrottlingException",
  503: "ServiceUnavailableException",
}

const nameOf = (status: number) => errors[status] ?? "InternalServerException"

/** Amazon Bedrock's ConverseStream. There is nothing that is not streamed. */
export const bedrock = (model: string): Wire => ({
  read: (body) => read(body, model),
  stream,
  whole: () => ({}),
  refusal: (_, words) => ({ message: words }),
  refusalHeaders: (status) => ({ "x-amzn-errortype": nameOf(status) }),
  failure(status, words) {
    const name = nameOf(status)
    const type = `${name.charAt(0).toLowerCase()}${name.slice(1)}`
    const headers = { ":exception-type": type, ":content-type": "application/json", ":message-type": "exception" }
    return message(headers, JSON.stringify({ message: words }))
  },
  requestId: "x-amzn-requestid",
  contentType: "application/vnd.amazon.eventstream",
})

const stops = { end: "end_turn", length: "max_tokens", tool: "tool_use", refused: "content_filtered" } as const

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html */
function stream(answer: Answer): Frame[] {
  const first = answer.texts.length > 0 ? 1 : 0
  const { input, output, cacheRead, cacheWrite } = answer.usage
  return [
    event("messageStart", { role: "assistant" }),
    ...answer.texts.map((text) => event("contentBlockDelta", { contentBlockIndex: 0, delta: { text } }, text.length)),
    ...(first > 0 ? [event("contentBlockStop", { contentBlockIndex: 0 })] : []),
    ...answer.tools.flatMap(({ id, name, pieces }, at) => {
      const contentBlockIndex = first + at
      return [
        event("contentBlockStart", { contentBlockIndex, start: { toolUse: { toolUseId: `tooluse_${id}`, name } } }),
        ...pieces.map((piece) =>
          event("contentBlockDelta", { contentBlockIndex, delta: { toolUse: { input: piece } } }, piece.length),
        ),
        event("contentBlockStop", { contentBlockIndex }),
      ]
    }),
    event("messageStop", { stopReason: stops[answer.stop] }),
    event("metadata", {
      usage: {
        inputTokens: input,
        outputTokens: output,
        totalTokens: input + output + cacheRead + cacheWrite,
        cacheReadInputTokens: cacheRead,
        cacheWriteInputTokens: cacheWrite,
      },
      metrics: { latencyMs: 1 },
    }),
  ]
}

/** `p` is filled by Bedrock with as many letters as hide the length of what is said. */
const event = (type: string, data: object, characters = 0): Frame => ({
  bytes: message(
    { ":event-type": type, ":content-type": "application/json", ":message-type": "event" },
    JSON.stringify({ ...data, p: "abcdefgh" }),
  ),
  characters,
})
