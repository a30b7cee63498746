/** USD for a million tokens, which is also micro-USD for one. A token that is written to the provider's cache is not charged as input, too. */
type Price = { input: number; cached: number; written: number; output: number; long?: Long }

/** A call whose prompt has more than `above` tokens is dearer: all of its input `input` times, its output `output` times. */
type Long = { above: number; input: number; output: number }

export type Provider = "guided" | "anthropic" | "openai" | "openai-compatible"

/** The tokens of one call. `inputTokens` are all of them, also those that were read from the provider's cache or written to it. */
export type Usage = { inputTokens: number; outputTokens: number; cachedTokens?: number; writtenTokens?: number }

const price = (input: number, cached: number, written: number, output: number, long?: Long): Price => ({
  input,
  cached,
  written,
  output,
  ...(long && { long }),
})

const HAIKU_LONG = { above: 100_000, input: 5, output: 5 }
const GPT_LONG = { above: 272_000, input: 2, output: 1.5 }

/**
 * List prices without batches, priorities and regions; written to the cache for five minutes, at OpenAI for thirty. Those of the newest
 * models as they stood in October 2026.
 * @see https://platform.claude.com/docs/en/about-claude/pricing
 */
const anthropic: Record<string, Price> = {
  "claude-fable-5-1": price(10, 0.25, 12.5, 50),
  "claude-fable-5": price(10, 1, 12.5, 50),
  "claude-opus-5-5": price(4, 0.2, 5, 20),
  "claude-opus-5": price(5, 0.5, 6.25, 25),
  "claude-opus-4-8": price(5, 0.5, 6.25, 25),
  "claude-opus-4-7": price(5, 0.5, 6.25, 25),
  "claude-opus-4-6": price(5, 0.5, 6.25, 25),
  "claude-opus-4-5": price(5, 0.5, 6.25, 25),
  "claude-opus-4-1": price(15, 1.5, 18.75, 75),
  "claude-sonnet-5-5": price(2, 0.1, 2.5, 10),
  "claude-sonnet-5": price(2, 0.2, 2.5, 10),
  "claude-sonnet-4-6": price(3, 0.3, 3.75, 15),
  "claude-sonnet-4-5": price(3, 0.3, 3.75, 15),
  "claude-haiku-5-5": price(0.1, 0.01, 0.125, 0.5, HAIKU_LONG),
  "claude-haiku-4-5": price(1, 0.1, 1.25, 5),
}

/**
 * Models before GPT-5.6 charge nothing for writing to the cache: such tokens are plain input.
 * @see https://developers.openai.com/api/docs/pricing
 */
const openai: Record<string, Price> = {
  "gpt-6.1-sol": price(2, 0.1, 2.5, 10, GPT_LONG),
  "gpt-6.1-terra": price(1, 0.05, 1.25, 5, GPT_LONG),
  "gpt-6-astra": price(10, 1, 12.5, 50, GPT_LONG),
  "gpt-6-sol": price(2, 0.2, 2.5, 10, GPT_LONG),
  "gpt-6-luna": price(0.1, 0.01, 0.125, 0.5, GPT_LONG),
  "gpt-5.6-sol": price(5, 0.5, 6.25, 30, GPT_LONG),
  "gpt-5.6-terra": price(2, 0.2, 2.5, 12, GPT_LONG),
  "gpt-5.6-luna": price(0.2, 0.02, 0.25, 1.2, GPT_LONG),
  "gpt-5.5-pro": price(30, 30, 30, 180, GPT_LONG),
  "gpt-5.5": price(5, 0.5, 5, 30, GPT_LONG),
  "gpt-5.4-pro": price(30, 30, 30, 180, GPT_LONG),
  "gpt-5.4-mini": price(0.75, 0.075, 0.75, 4.5),
  "gpt-5.4-nano": price(0.2, 0.02, 0.2, 1.25),
  "gpt-5.4": price(2.5, 0.25, 2.5, 15, GPT_LONG),
  "gpt-5.2": price(1.75, 0.175, 1.75, 14),
  "gpt-5-mini": price(0.25, 0.025, 0.25, 2),
  "gpt-4.1": price(2, 0.5, 2, 8),
  "gpt-4.1-mini": price(0.4, 0.1, 0.4, 1.6),
  "gpt-4o": price(2.5, 1.25, 2.5, 10),
  "gpt-4o-mini": price(0.15, 0.075, 0.15, 0.6),
}

const FREE = price(0, 0, 0, 0)

/** What the tokens of one call cost, in micro-USD, rounded up. */
export function costOf(usage: Usage, provider: Provider, model: string): number {
  const { inputTokens, outputTokens, cachedTokens = 0, writtenTokens = 0 } = usage
  const { input, cached, written, output, long } = priceOf(provider, model)
  const dearer = long && inputTokens > long.above ? long : { input: 1, output: 1 }
  const plainTokens = Math.max(0, inputTokens - cachedTokens - writtenTokens)
  const read = plainTokens * input + cachedTokens * cached + writtenTokens * written
  return whole(read * dearer.input + outputTokens * output * dearer.output)
}

/** The most that so many calls can cost, when each has at most so many tokens and the whole prompt is charged at its dearest. */
export function worstCase(
  { inputTokens, maxTokens, calls }: { inputTokens: number; maxTokens: number; calls: number },
  provider: Provider,
  model: string,
): number {
  const { input, written } = priceOf(provider, model)
  const usage = { inputTokens, outputTokens: maxTokens, writtenTokens: written > input ? inputTokens : 0 }
  return calls * costOf(usage, provider, model)
}

/** A model that is not listed costs as much as the dearest of its provider: a budget may end too early, never too late. */
function priceOf(provider: Provider, model: string): Price {
  if (provider === "guided" || provider === "openai-compatible") return FREE // we have no bill for a deployer's own endpoint
  const known = provider === "anthropic" ? anthropic : openai
  return known[model.replace(SNAPSHOT, "")] ?? dearest(Object.values(known))
}

/** A model of a certain day costs what the model costs; one with another word to its name, such as `-pro`, may cost ten times as much. */
const SNAPSHOT = /-(\d{8}|\d{4}-\d{2}-\d{2}|latest)$/

function dearest(prices: Price[]): Price {
  const most = (part: "input" | "cached" | "written" | "output") => Math.max(...prices.map((one) => one[part]))
  return price(most("input"), most("cached"), most("written"), most("output"), {
    above: Math.min(...prices.map(({ long }) => long?.above ?? Number.POSITIVE_INFINITY)),
    input: Math.max(...prices.map(({ long }) => long?.input ?? 1)),
    output: Math.max(...prices.map(({ long }) => long?.output ?? 1)),
  })
}

/** Of 0.1 + 0.2 the last digits are not money. */
const whole = (microUsd: number) => Math.ceil(Number(microUsd.toFixed(6)))
