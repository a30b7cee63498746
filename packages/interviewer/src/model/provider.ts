import type { ModelChoice } from "./choice.ts"
import { direct, endpoint } from "./endpoint.ts"
import { habitsOf } from "./habits.ts"
import { type Model, type Request, withStream } from "./language-model.ts"
import { readable } from "./readable.ts"
import { withoutThoughts } from "./thinking-aloud.ts"
import { yielding } from "./yielding.ts"

export * from "./choice.ts"

const OWN = { anthropic: "https://api.anthropic.com/v1", openai: "https://api.openai.com/v1" }

/**
 * A model that reads more of what its provider sends than the SDK does, and thinks as little as it can. Only the provider that is asked for
 * is loaded. Key and address are always handed over: left out, the SDK would look for them in the environment.
 * @throws {Error} when the address is not one that may be used
 */
export async function languageModel(choice: ModelChoice): Promise<Model> {
  const { provider, model, apiKey = "", baseUrl } = choice
  const habits = habitsOf(choice)
  switch (provider) {
    case "anthropic": {
      const { createAnthropic } = await import("@ai-sdk/anthropic")
      const baseURL = endpoint(baseUrl ?? OWN.anthropic)
      return quick(
        readable(createAnthropic({ apiKey, baseURL, fetch: yielding(direct, habits, ["max_tokens"]) })(model)),
      )
    }
    case "openai": {
      const { createOpenAI } = await import("@ai-sdk/openai")
      const baseURL = endpoint(baseUrl ?? OWN.openai)
      return quick(readable(createOpenAI({ apiKey, baseURL, fetch: yielding(direct, habits) })(model)))
    }
    case "openai-compatible": {
      const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible")
      const compatible = createOpenAICompatible({
        name: "compatible",
        baseURL: endpoint(baseUrl ?? ""),
        fetch: yielding(direct, habits),
        includeUsage: true,
        ...(apiKey && { apiKey }),
      })
      return withoutThoughts(readable(compatible(model)), habits)
    }
    case "bedrock": {
      const { bedrock } = await import("./bedrock.ts")
      return readable(await bedrock(choice))
    }
  }
}

/** A visitor waits for an answer, and an interview needs no long thoughts: none, or as few as the model allows. The SDK knows which that is. */
const quick = (model: Model): Model =>
  withStream(model, (request: Request) => model.doStream({ ...request, reasoning: "none" }))

/** What is told to each of them with every call; none reads the others'. */
export const providerOptions = {
  /** A ping is a sign of life while a model thinks. */
  anthropic: { includePings: true },
  /** Left out, OpenAI keeps the conversation; a summary of thoughts, which nobody reads, needs a verified account. */
  openai: { store: false, reasoningSummary: null },
}
