import * as z from "zod/mini"
import type { Asked, Said } from "../call.ts"
import { Schema } from "../schema.ts"
import { Content, common, FunctionTool, inputOf, joined, offered, textOf } from "./openai-request.ts"

const ToolCall = z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) })

const Message = z.discriminatedUnion("role", [
  z.object({ role: z.enum(["system", "developer"]), content: Content }),
  z.object({ role: z.literal("user"), content: Content }),
  z.object({ role: z.literal("assistant"), content: Content, tool_calls: z.nullish(z.array(ToolCall)) }),
  z.object({ role: z.literal("tool"), content: Content, tool_call_id: z.string() }),
])

const Body = z.object({
  ...common,
  messages: z.array(Message),
  tools: z.nullish(z.array(z.object({ type: z.literal("function"), function: FunctionTool }))),
  max_tokens: z.nullish(z.number()),
  max_completion_tokens: z.nullish(z.number()),
  stream_options: z.nullish(z.object({ include_usage: z.nullish(z.boolean()) })),
  response_format: z.nullish(z.object({ json_schema: z.optional(z.object({ schema: z.optional(Schema) })) })),
})

/** @see https://platform.openai.com/docs/api-reference/chat/create */
export function read(body: unknown): Asked {
  const asked = Body.parse(body)
  const systems = asked.messages.filter(({ role }) => role === "system" || role === "developer")
  return {
    model: asked.model,
    system: systems.map(({ content }) => textOf(content)).join("\n\n"),
    messages: asked.messages.flatMap(saidOf).reduce<Said[]>(joined, []),
    ...offered((asked.tools ?? []).map((tool) => tool.function)),
    format: asked.response_format?.json_schema?.schema,
    stream: asked.stream ?? false,
    maxTokens: asked.max_completion_tokens ?? asked.max_tokens ?? undefined,
    temperature: asked.temperature ?? undefined,
    wantsUsage: asked.stream_options?.include_usage ?? false,
  }
}

function saidOf(message: z.infer<typeof Message>): Said[] {
  const text = textOf(message.content)
  switch (message.role) {
    case "system":
    case "developer":
      return []
    case "user":
      return [{ role: "user", text, uses: [], results: [] }]
    case "assistant": {
      const uses = (message.tool_calls ?? []).map((call) => ({
        id: call.id,
        name: call.function.name,
        input: inputOf(call.function.arguments),
      }))
      return [{ role: "assistant", text, uses, results: [] }]
    }
    case "tool":
      return [{ role: "tool", text: "", uses: [], results: [{ id: message.tool_call_id, text, isError: false }] }]
  }
}
