import type { Model, Part } from "./language-model.ts"
import { withStream } from "./language-model.ts"
import { isObject } from "./proposal/value.ts"

/** The model, but what the SDK cannot read of its stream ends nothing: it is left out, and what can be made of it is kept. */
export const readable = (model: Model): Model =>
  withStream(model, async (request) => {
    const answer = await model.doStream({ ...request, includeRawChunks: true })
    return { ...answer, stream: answer.stream.pipeThrough(reading()) }
  })

type Reason = Extract<Part, { type: "finish" }>["finishReason"]

/** What an event says whose shape the SDK does not know. */
type Unread = {
  text?: string
  calls: { name: string; input: unknown }[]
  /** Of the tool call that is being written. */
  input?: unknown
  ends?: Reason
  /** It tells of a failure. */
  failure?: unknown
}

function reading(): TransformStream<Part, Part> {
  /** The tool call that has begun. */
  let open = ""
  let number = 0
  let ends: Reason | undefined
  /** OpenAI's word at the end, which the SDK does not pass on once there was something that it could not read. */
  let told: Reason | undefined
  const inputs = new Map<string, string>()
  return new TransformStream({
    transform(part, controller) {
      if (part.type === "raw") {
        told = endIn(part.rawValue) ?? told
        return
      }
      if (part.type === "tool-input-start") open = part.id
      if (part.type === "tool-call" && part.toolCallId === open) open = ""
      if (part.type === "tool-call" && inputs.has(part.toolCallId))
        return controller.enqueue({ ...part, input: inputs.get(part.toolCallId) ?? part.input })
      if (part.type === "finish" && part.finishReason.unified === "error")
        return controller.enqueue({ ...part, finishReason: ends ?? told ?? part.finishReason })
      if (part.type !== "error") return controller.enqueue(part)

      if (ends && nameOf(part.error) === "AI_InvalidResponseDataError") return // the end was there, only not read
      const unread = unreadIn(part.error)
      if (!unread) return controller.enqueue(part)
      if (unread.failure !== undefined) return controller.enqueue({ type: "error", error: unread.failure })
      if (unread.text) controller.enqueue({ type: "text-delta", id: "unread", delta: unread.text })
      for (const { name, input } of unread.calls) {
        const toolCallId = open || `unread_${number++}`
        open = ""
        controller.enqueue({ type: "tool-call", toolCallId, toolName: name, input: JSON.stringify(input) })
      }
      if (unread.input !== undefined) inputs.set(open, JSON.stringify(unread.input))
      ends ??= unread.ends
    },
  })
}

function endIn(event: unknown): Reason | undefined {
  if (!isObject(event) || !/^response\.(?:completed|incomplete)$/.test(String(event["type"]))) return undefined
  const raw = objectIn(objectIn(event, "response"), "incomplete_details")["reason"]
  if (typeof raw !== "string") return { unified: "stop", raw: undefined }
  return { unified: raw === "content_filter" ? "content-filter" : "length", raw }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : "")

/** Undefined for an error that is one. */
function unreadIn(error: unknown): Unread | undefined {
  const name = nameOf(error)
  if (name === "AI_JSONParseError") return { calls: [] }
  if (name !== "AI_TypeValidationError" || !isObject(error)) return undefined
  const { value } = error
  if (!isObject(value)) return { calls: [] }
  if (isObject(value["error"])) return { calls: [], failure: value["error"] }
  const delta = objectIn(value, "delta")
  const written = delta["partial_json"]
  if (isObject(written)) return { calls: [], input: written } // Anthropic's
  const item = objectIn(value, "item")
  if (value["type"] === "response.output_item.done" && isObject(item["arguments"]))
    // OpenAI's
    return { calls: [{ name: String(item["name"]), input: item["arguments"] }] }
  return chunk(value)
}

/** Of chat completions. */
function chunk({ choices }: Record<string, unknown>): Unread {
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined
  if (!isObject(choice)) return { calls: [] }
  const { content, tool_calls: all } = objectIn(choice, "delta")
  const raw = choice["finish_reason"]
  const calls = (Array.isArray(all) ? all : []).flatMap((call: unknown) => {
    const { name, arguments: input } = objectIn(isObject(call) ? call : {}, "function")
    return typeof name === "string" && isObject(input) ? [{ name, input }] : []
  })
  return {
    calls,
    ...(typeof content === "string" && { text: content }),
    ...(typeof raw === "string" && { ends: { unified: raw === "length" ? "length" : "stop", raw } }),
  }
}

const objectIn = (value: Record<string, unknown>, name: string): Record<string, unknown> => {
  const inner = value[name]
  return isObject(inner) ? inner : {}
}
