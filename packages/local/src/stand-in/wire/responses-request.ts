import * as z from "zod/mini"
import type { Asked, Said } from "../call.ts"
import { Schema } from "../schema.ts"
import { Content, common, FunctionTool, inputOf, joined, offered, textOf } from "./openai-request.ts"

const Item = z.union([
  z.object({ type: z.literal("function_call"), call_id: z.string(), name: z.string(), arguments: z.string() }),
  z.object({ type: z.literal("function_call_output"), call_id: z.string(), output: Content }),
  z.object({ type: z.literal("item_reference"), id: z.string() }),
  z.object({ type: z._default(z.literal("message"), "message"), role: z.string(), content: Content }),
])
type Item = z.infer<typeof Item>

const Body = z.object({
  ...common,
  input: z.union([z.string(), z.array(Item)]),
  instructions: z.nullish(z.string()),
  tools: z.nullish(z.array(z.object({ type: z.literal("function"), ...FunctionTool.shape }))),
  max_output_tokens: z.nullish(z.number()),
  text: z.nullish(z.object({ format: z.optional(z.object({ schema: z.optional(Schema) })) })),
})

/** @see https://platform.openai.com/docs/api-reference/responses/create */
export function read(body: unknown, recall: (itemId: string) => string): Asked {
  const asked = Body.parse(body)
  const items: Item[] =
    typeof asked.input === "string" ? [{ type: "message", role: "user", content: asked.input }] : asked.input
  const systems = items.flatMap((item) => (isSystem(item) ? [textOf(item.content)] : []))
  return {
    model: asked.model,
    system: [...(asked.instructions ? [asked.instructions] : []), ...systems].join("\n\n"),
    messages: items.reduce<Said[]>((said, item) => (isSystem(item) ? said : joined(said, saidOf(item, recall))), []),
    ...offered(asked.tools ?? []),
    format: asked.text?.format?.schema,
    stream: asked.stream ?? false,
    maxTokens: asked.max_output_tokens ?? undefined,
    temperature: asked.temperature ?? undefined,
    wantsUsage: true,
  }
}

const isSystem = (item: Item): item is Extract<Item, { type: "message" }> =>
  item.type === "message" && (item.role === "system" || item.role === "developer")

function saidOf(item: Item, recall: (itemId: string) => string): Said {
  switch (item.type) {
    case "message":
      return {
        role: item.role === "assistant" ? "assistant" : "user",
        text: textOf(item.content),
        uses: [],
        results: [],
      }
    case "item_reference":
      return { role: "assistant", text: recall(item.id), uses: [], results: [] }
    case "function_call": {
      const use = { id: item.call_id, name: item.name, input: inputOf(item.arguments) }
      return { role: "assistant", text: "", uses: [use], results: [] }
    }
    case "function_call_output":
      return {
        role: "tool",
        text: "",
        uses: [],
        results: [{ id: item.call_id, text: textOf(item.output), isError: false }],
      }
  }
}
