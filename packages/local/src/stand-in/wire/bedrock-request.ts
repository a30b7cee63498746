import * as z from "zod/mini"
import type { Asked, Said } from "../call.ts"
import { Schema } from "../schema.ts"

const Text = z.object({ text: z.string() })
const Block = z.looseObject({
  text: z.optional(z.string()),
  toolUse: z.optional(z.object({ toolUseId: z.string(), name: z.string(), input: z.unknown() })),
  toolResult: z.optional(
    z.object({ toolUseId: z.string(), content: z.array(z.looseObject({ text: z.optional(z.string()) })) }),
  ),
})

/** What has no text (marks of what to cache, pictures) counts as none. */
const Body = z.object({
  system: z.optional(z.array(z.union([Text, z.looseObject({})]))),
  messages: z.array(z.object({ role: z.enum(["user", "assistant"]), content: z.array(Block) })),
  inferenceConfig: z.optional(z.looseObject({ maxTokens: z.optional(z.int()), temperature: z.optional(z.number()) })),
  toolConfig: z.optional(
    z.looseObject({
      tools: z.array(
        z.looseObject({
          toolSpec: z.optional(z.looseObject({ name: z.string(), inputSchema: z.object({ json: Schema }) })),
        }),
      ),
    }),
  ),
})

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html */
export function read(body: unknown, model: string): Asked {
  const asked = Body.parse(body)
  const tools = (asked.toolConfig?.tools ?? []).flatMap(({ toolSpec }) => toolSpec ?? [])
  return {
    model,
    system: (asked.system ?? []).flatMap((part) => Text.safeParse(part).data?.text ?? []).join("\n\n"),
    messages: asked.messages.flatMap(({ role, content }) => saidOf(role, content)),
    tools: tools.map(({ name }) => name),
    schemas: Object.fromEntries(tools.map(({ name, inputSchema }) => [name, inputSchema.json])),
    format: undefined,
    stream: true,
    maxTokens: asked.inferenceConfig?.maxTokens,
    temperature: asked.inferenceConfig?.temperature,
    wantsUsage: true,
  }
}

function saidOf(role: "user" | "assistant", content: z.infer<typeof Block>[]): Said[] {
  const text = content.map((block) => block.text ?? "").join("")
  const uses = content.flatMap(({ toolUse }) =>
    toolUse ? [{ id: toolUse.toolUseId, name: toolUse.name, input: toolUse.input }] : [],
  )
  const results = content.flatMap(({ toolResult }) =>
    toolResult
      ? [{ id: toolResult.toolUseId, text: toolResult.content.map((one) => one.text ?? "").join(""), isError: false }]
      : [],
  )
  return [
    ...(results.length > 0 ? [{ role: "tool" as const, text: "", uses: [], results }] : []),
    ...(text !== "" || uses.length > 0 || results.length === 0 ? [{ role, text, uses, results: [] }] : []),
  ]
}
