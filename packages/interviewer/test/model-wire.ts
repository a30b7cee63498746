import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** A request to the provider: where it went, with which headers, asking what. */
type Asked = { url: string; headers: IncomingMessage["headers"]; body: string }
type Answer = (response: ServerResponse, asked: Asked) => void

export type Wire = AsyncDisposable & { url: string; asked: Asked[]; hungUp: Promise<void> }

/** A provider on this machine that answers as it is told. */
export async function wire(answer: Answer): Promise<Wire> {
  const asked: Asked[] = []
  const hangUp = Promise.withResolvers<void>()
  const server = createServer(async (request, response) => {
    let body = ""
    for await (const chunk of request) body += chunk
    const one = { url: request.url ?? "", headers: request.headers, body }
    asked.push(one)
    response.on("close", () => {
      if (!response.writableFinished) hangUp.resolve()
    })
    answer(response, one)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    hungUp: hangUp.promise,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const refuse =
  (status: number, headers: Record<string, string> = {}, body = "{}"): Answer =>
  (response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(body)

const stream = (response: ServerResponse) => response.writeHead(200, { "content-type": "text/event-stream" })
const event = (value: Event) => `${value.type ? `event: ${value.type}\n` : ""}data: ${JSON.stringify(value)}\n\n`

/** One event of a stream, in the wire's own shape. */
export type Event = { type?: string; [field: string]: unknown }

export type Script = {
  text: string
  tool?: { name: string; input: unknown } | undefined
  tokens: { input: number; cached: number; output: number }
}

/** Anthropic's Messages, as its documentation shows a stream with a tool call. */
export function anthropic({ text, tool, tokens }: Script): Event[] {
  const usage = {
    input_tokens: tokens.input - tokens.cached,
    cache_read_input_tokens: tokens.cached,
    cache_creation_input_tokens: 0,
    output_tokens: 1,
  }
  const said = [
    { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    { type: "ping" },
    { type: "content_block_delta", index: 0, delta: { type: "text_delta", text } },
    { type: "content_block_stop", index: 0 },
  ]
  const called = tool && [
    {
      type: "content_block_start",
      index: 1,
      content_block: { type: "tool_use", id: "toolu_1", name: tool.name, input: {} },
    },
    {
      type: "content_block_delta",
      index: 1,
      delta: { type: "input_json_delta", partial_json: JSON.stringify(tool.input) },
    },
    { type: "content_block_stop", index: 1 },
  ]
  return [
    {
      type: "message_start",
      message: {
        id: "msg_1",
        type: "message",
        role: "assistant",
        model: "m",
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage,
      },
    },
    ...said,
    ...(called ?? []),
    {
      type: "message_delta",
      delta: { stop_reason: tool ? "tool_use" : "end_turn", stop_sequence: null },
      usage: { output_tokens: tokens.output },
    },
    { type: "message_stop" },
  ]
}

/** Chat completions, as compatible servers stream them. */
export function compatible({ text, tool, tokens }: Script): Event[] {
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    id: "c1",
    object: "chat.completion.chunk",
    created: 1,
    model: "m",
    choices: [{ index: 0, delta, finish_reason }],
  })
  const call = tool && {
    index: 0,
    id: "call_1",
    type: "function",
    function: { name: tool.name, arguments: JSON.stringify(tool.input) },
  }
  return [
    chunk({ role: "assistant", content: text }),
    ...(call ? [chunk({ tool_calls: [call] })] : []),
    chunk({}, tool ? "tool_calls" : "stop"),
    {
      ...chunk({}),
      choices: [],
      usage: {
        prompt_tokens: tokens.input,
        completion_tokens: tokens.output,
        total_tokens: 0,
        prompt_tokens_details: { cached_tokens: tokens.cached },
      },
    },
  ]
}

/** OpenAI's Responses. */
export function openai({ text, tool, tokens }: Script): Event[] {
  const response = { id: "resp_1", object: "response", created_at: 1, model: "m", status: "in_progress", output: [] }
  const item = tool && {
    type: "function_call",
    id: "fc_1",
    call_id: "call_1",
    name: tool.name,
    arguments: JSON.stringify(tool.input),
    status: "completed",
  }
  const usage = {
    input_tokens: tokens.input,
    input_tokens_details: { cached_tokens: tokens.cached },
    output_tokens: tokens.output,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 0,
  }
  return [
    { type: "response.created", response },
    { type: "response.in_progress", response },
    {
      type: "response.output_item.added",
      output_index: 0,
      item: { type: "message", id: "msg_1", status: "in_progress", role: "assistant", content: [] },
    },
    {
      type: "response.output_text.delta",
      item_id: "msg_1",
      output_index: 0,
      content_index: 0,
      delta: text,
      logprobs: [],
    },
    {
      type: "response.output_item.done",
      output_index: 0,
      item: {
        type: "message",
        id: "msg_1",
        status: "completed",
        role: "assistant",
        content: [{ type: "output_text", text, annotations: [] }],
      },
    },
    ...(item
      ? [
          {
            type: "response.output_item.added",
            output_index: 1,
            item: { ...item, arguments: "", status: "in_progress" },
          },
          { type: "response.function_call_arguments.delta", item_id: "fc_1", output_index: 1, delta: item.arguments },
          {
            type: "response.function_call_arguments.done",
            item_id: "fc_1",
            output_index: 1,
            arguments: item.arguments,
          },
          { type: "response.output_item.done", output_index: 1, item },
        ]
      : []),
    ...[{ type: "response.completed", response: { ...response, status: "completed", usage } }],
  ]
}

/** Streams events; then ends, stays silent, or breaks the connection. */
export const streaming =
  (events: readonly Event[], ends: "well" | "never" | "broken" | "early" = "well"): Answer =>
  (response) => {
    const written = stream(response)
    for (const one of events) written.write(event(one))
    if (ends === "well" || ends === "early") written.end(ends === "well" ? "data: [DONE]\n\n" : "")
    // What was written arrives first.
    if (ends === "broken") written.write(":\n\n", () => setImmediate(() => response.destroy()))
  }
