import { createAnthropic } from "@ai-sdk/anthropic"
import { createOpenAI } from "@ai-sdk/openai"
import { createOpenAICompatible } from "@ai-sdk/openai-compatible"
import { type LanguageModel, type ModelMessage, streamText, type ToolSet } from "ai"
import type { StandIn } from "../../src/stand-in/stand-in.ts"

export const KEY = "sk-canary-Zq83"

/** The real clients, by the way they speak. */
export const names = ["anthropic", "responses", "chat", "compatible"] as const
export type Name = (typeof names)[number]

export function clients({ baseUrls }: StandIn, apiKey = KEY): Record<Name, LanguageModel> {
  const openai = createOpenAI({ apiKey, baseURL: baseUrls.openai })
  return {
    anthropic: createAnthropic({ apiKey, baseURL: baseUrls.anthropic })("claude-sonnet-4-5"),
    responses: openai.responses("gpt-4.1"),
    chat: openai.chat("gpt-4.1"),
    compatible: createOpenAICompatible({ name: "local", baseURL: baseUrls.compatible, apiKey, includeUsage: true })(
      "llama",
    ),
  }
}

type Called = { name: string; input: unknown; isInvalid: boolean }

/** What a reader of the stream gets to know. Errors are those in the stream; `thrown` is what ended it. */
export type Seen = {
  text: string
  called: Called[]
  errors: unknown[]
  finish: string | undefined
  cached: { read: number | undefined; written: number | undefined }
  tokens: { input: number | undefined; output: number | undefined }
  thrown: unknown
}

type Asking = {
  prompt?: string | ModelMessage[]
  instructions?: string
  tools?: ToolSet
  abortSignal?: AbortSignal
  onText?: (text: string) => void
}

export async function streamed(
  model: LanguageModel,
  { prompt = "Hello", onText, ...rest }: Asking = {},
): Promise<Seen> {
  const none = { read: undefined, written: undefined }
  const seen: Seen = {
    text: "",
    called: [],
    errors: [],
    finish: undefined,
    cached: none,
    tokens: { input: undefined, output: undefined },
    thrown: undefined,
  }
  const { stream } = streamText({ model, prompt, maxRetries: 0, onError: () => {}, ...rest })
  try {
    for await (const part of stream) {
      if (part.type === "text-delta") {
        seen.text += part.text
        onText?.(seen.text)
      } else if (part.type === "tool-call")
        seen.called.push({
          name: part.toolName,
          input: part.input,
          isInvalid: "invalid" in part && part.invalid === true,
        })
      else if (part.type === "error") seen.errors.push(part.error)
      else if (part.type === "finish") {
        const { inputTokens: input, outputTokens: output, inputTokenDetails: details } = part.totalUsage
        seen.finish = part.finishReason
        seen.tokens = { input, output }
        seen.cached = { read: details.cacheReadTokens, written: details.cacheWriteTokens }
      }
    }
  } catch (error) {
    seen.thrown = error
  }
  return seen
}
