import * as z from "zod/mini"
import type { Asked, Said } from "../call.ts"
import { Schema } from "../schema.ts"

const Text = z.object({ type: z.literal("text"), text: z.string() })
const Content = z.union([z.string(), z.array(z.looseObject({ type: z.string() }))])
const ToolUse = z.object({ type: z.literal("tool_use"), id: z.string(), name: z.string(), input: z.unknown() })
const ToolResult = z.object({
  type: z.literal("tool_result"),
  tool_use_id: z.string(),
  content: z.optional(Content),
  is_error: z.optional(z.boolean()),
})

const Body = z.object({
  model: z.string(),
  max_tokens: z.int(),
  messages: z.array(z.object({ role: z.enum(["user", "assistant", "system"]), content: Content })),
  system: z.optional(z.union([z.string(), z.array(Text)])),
  tools: z.optional(z.array(z.object({ name: z.string(), input_schema: z.optional(Schema) }))),
  stream: z.optional(z.boolean()),
  temperature: z.optional(z.number()),
  output_config: z.optional(z.object({ format: z.optional(z.object({ schema: z.optional(Schema) })) })),
})

/** @see https://docs.claude.com/en/api/messages */
export function read(body: unknown): Asked {
  const asked = Body.parse(body)
  const tools = asked.tools ?? []
  const systems = [
    ...(asked.system === undefined ? [] : [textOf(asked.system)]),
    ...asked.messages.filter(({ role }) => role === "system").map(({ content }) => textOf(content)),
  ]
  return {
    model: asked.model,
    system: systems.join("\n\n"),
    messages: asked.messages.flatMap(({ role, content }) => (role === "system" ? [] : saidOf(role, content))),
    tools: tools.map(({ name }) => name),
    schemas: Object.fromEntries(tools.map(({ name, input_schema }) => [name, input_schema ?? {}])),
    format: asked.output_config?.format?.schema,
    stream: asked.stream ?? false,
    maxTokens: asked.max_tokens,
    temperature: asked.temperature,
    wantsUsage: true,
  }
}

function saidOf(role: "user" | "assistant", content: z.infer<typeof Content>): Said[] {
  const text = textOf(content)
  const uses = partsOf(content, ToolUse).map(({ id, name, input }) => ({ id, name, input }))
  const results = partsOf(content, ToolResult).map((result) => ({
    id: result.tool_use_id,
    text: textOf(result.content ?? ""),
    isError: result.is_error ?? false,
  }))
  // The results come first in a message; what a person says after them is a message of its own.
  return [
    ...(results.length > 0 ? [{ role: "tool" as const, text: "", uses: [], results }] : []),
    ...(text !== "" || uses.length > 0 || results.length === 0 ? [{ role, text, uses, results: [] }] : []),
  ]
}

const textOf = (content: z.infer<typeof Content>): string =>
  typeof content === "string"
    ? content
    : partsOf(content, Text)
        .map(({ text }) => text)
        .join("")

function partsOf<T>(content: z.infer<typeof Content>, part: z.ZodMiniType<T>): T[] {
  if (typeof content === "string") return []
  return content.flatMap((one) => {
    const parsed = part.safeParse(one)
    return parsed.success ? [parsed.data] : []
  })
}
