import * as z from "zod/mini"
import { direct, endpoint } from "./endpoint.ts"
import type { Model } from "./language-model.ts"

export const Provider = z.enum(["anthropic", "openai", "openai-compatible"])
export type Provider = z.infer<typeof Provider>

/** Which model, whose key. An OpenAI-compatible server on one's own machine may need no key. */
export type ModelChoice = { provider: Provider; model: string; apiKey?: string; baseUrl?: string }

const OWN = { anthropic: "https://api.anthropic.com/v1", openai: "https://api.openai.com/v1" }

/**
 * Only the provider that is asked for is loaded. Key and address are always handed over: left out, the SDK would look for them in the
 * environment.
 * @throws {Error} when the address is not one that may be used
 */
export async function languageModel({ provider, model, apiKey = "", baseUrl }: ModelChoice): Promise<Model> {
  switch (provider) {
    case "anthropic": {
      const { createAnthropic } = await import("@ai-sdk/anthropic")
      return createAnthropic({ apiKey, baseURL: endpoint(baseUrl ?? OWN.anthropic), fetch: direct })(model)
    }
    case "openai": {
      const { createOpenAI } = await import("@ai-sdk/openai")
      return createOpenAI({ apiKey, baseURL: endpoint(baseUrl ?? OWN.openai), fetch: direct })(model)
    }
    case "openai-compatible": {
      const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible")
      return createOpenAICompatible({
        name: "compatible",
        baseURL: endpoint(baseUrl ?? ""),
        fetch: direct,
        includeUsage: true,
        ...(apiKey && { apiKey }),
      })(model)
    }
  }
}

/** What is told to each of them with every call; none reads the others'. */
export const providerOptions = {
  /** A ping is a sign of life while a model thinks. */
  anthropic: { includePings: true },
  /** Left out, OpenAI keeps the conversation. */
  openai: { store: false },
}

/** As it is stored with a turn: `anthropic/claude-…`. */
export const nameOf = ({ provider, model }: ModelChoice): string => `${provider}/${model}`
