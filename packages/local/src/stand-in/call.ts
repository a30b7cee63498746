import type { Schema } from "./schema.ts"

/** Who the client takes us for. `compatible` is every other server that speaks OpenAI's chat completions: llama.cpp, Ollama. */
export type Provider = "anthropic" | "openai" | "compatible" | "bedrock"

type ToolUse = { id: string; name: string; input: unknown }
type ToolResult = { id: string; text: string; isError: boolean }

/** A message in no provider's form: results of tools stand in messages of their own, the system prompt in none. */
export type Said = { role: "user" | "assistant" | "tool"; text: string; uses: ToolUse[]; results: ToolResult[] }

/** What the body of a request asks for. */
export type Asked = {
  model: string
  /** All system and developer messages, in order, with a blank line between them. */
  system: string
  messages: Said[]
  /** Names, in the order offered. */
  tools: string[]
  schemas: Record<string, Schema>
  /** The JSON Schema that the answer's text must fit, if one was named. */
  format: Schema | undefined
  stream: boolean
  maxTokens: number | undefined
  temperature: number | undefined
  /** Chat completions tell the usage of a stream only to whom asks for it. */
  wantsUsage: boolean
}

export type Call = Asked & {
  provider: Provider
  /** From 1, in the order of arrival. */
  number: number
  /** On Bedrock, the id of the access key that it is signed with. */
  apiKey: string | undefined
  /** Names in lower case. */
  headers: Record<string, string>
}
