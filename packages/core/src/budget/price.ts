/** USD for a million tokens, which is also micro-USD for one. A token that is written to the provider's cache is not charged as input, too. */
export type Price = { input: number; cached: number; written: number; output: number; long?: Long }

/** A call whose prompt has more than `above` tokens is dearer: all of its input `input` times, its output `output` times. */
type Long = { above: number; input: number; output: number }

export type Provider = "guided" | "anthropic" | "openai" | "openai-compatible" | "bedrock"

/** The tokens of one call. `inputTokens` are all of them, also those that were read from the provider's cache or written to it. */
export type Usage = { inputTokens: number; outputTokens: number; cachedTokens?: number; writtenTokens?: number }

export const price = (input: number, cached: number, written: number, output: number, long?: Long): Price => ({
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
 * models as they stood in November 2026.
 * @see https://platform.claude.com/docs/en/about-claude/pricing
 */
const anthropic: Record<string, Price> = {
  "claude-fable-5-2": price(8, 0.2, 10, 40),
  "claude-fable-5-1": price(10, 0.25, 12.5, 50),
  "claude-fable-5": price(10, 1, 12.5, 50),
  "claude-opus-5-5": price(4, 0.2, 5, 20),
  "claude-opus-5": price(5, 0.5, 6.25, 25),
  "claude-opus-4-8": price(5, 0.5, 6.25, 25),
  "claude-opus-4-7": price(5, 0.5, 6.25, 25),
  "claude-opus-4-6": price(5, 0.5, 6.25, 25),
  "claude-opus-4-5": price(5, 0.5, 6.25, 25),
  "claude-opus-4-1": price(15, 1.5, 18.75, 75),
  "claude-opus-4": price(15, 1.5, 18.75, 75),
  "claude-opus-4-0": price(15, 1.5, 18.75, 75),
  "claude-sonnet-5-5": price(2, 0.1, 2.5, 10),
  "claude-sonnet-5": price(2, 0.2, 2.5, 10),
  "claude-sonnet-4-6": price(3, 0.3, 3.75, 15),
  "claude-sonnet-4-5": price(3, 0.3, 3.75, 15),
  "claude-sonnet-4": price(3, 0.3, 3.75, 15),
  "claude-sonnet-4-0": price(3, 0.3, 3.75, 15),
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
  "gpt-5.6": price(5, 0.5, 6.25, 30, GPT_LONG),
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
  "gpt-5.1": price(1.25, 0.125, 1.25, 10),
  "gpt-5": price(1.25, 0.125, 1.25, 10),
  "gpt-5-mini": price(0.25, 0.025, 0.25, 2),
  "gpt-5-nano": price(0.05, 0.005, 0.05, 0.4),
  "gpt-4.1": price(2, 0.5, 2, 8),
  "gpt-4.1-mini": price(0.4, 0.1, 0.4, 1.6),
  "gpt-4.1-nano": price(0.1, 0.025, 0.1, 0.4),
  "gpt-4o": price(2.5, 1.25, 2.5, 10),
  "gpt-4o-mini": price(0.15, 0.075, 0.15, 0.6),
}

const FREE = price(0, 0, 0, 0)

/** What the tokens of one call cost, in micro-USD, rounded up. `own`: what the deployer says of their model. */
export function costOf(usage: Usage, provider: Provider, model: string, own?: Price): number {
  const { inputTokens, outputTokens, cachedTokens = 0, writtenTokens = 0 } = usage
  const { input, cached, written, output, long } = own ?? known(provider, model) ?? dearest(provider)
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
  own?: Price,
): number {
  const usage = { inputTokens, outputTokens: maxTokens }
  const plain = costOf(usage, provider, model, own)
  return calls * Math.max(plain, costOf({ ...usage, writtenTokens: inputTokens }, provider, model, own))
}

/** Undefined for a model whose price is not on the list; 0 for who sends us no bill. */
export function known(provider: Provider, model: string): Price | undefined {
  switch (provider) {
    case "guided":
    case "openai-compatible":
      return FREE // a deployer's own endpoint, unless they say what it costs
    case "anthropic":
      return anthropic[model.replace(SNAPSHOT, "")]
    case "openai":
      return openai[model.replace(SNAPSHOT, "")]
    case "bedrock":
      return bedrock(model)
  }
}

/** A model of a certain day costs what the model costs; one with another word to its name, such as `-pro`, may cost ten times as much. */
const SNAPSHOT = /-(\d{8}|\d{4}-\d{2}-\d{2}|latest)$/

/** `eu.anthropic.claude-sonnet-4-5-20250929-v1:0`: the place, the company, the name, the version. */
const BEDROCK = /^(?:([a-z-]+)\.)?anthropic\.(claude-[a-z0-9-]+?)(?:-v\d+)?(?::\d+)?$/

/** What is kept within a region or a continent costs a tenth more. @see https://aws.amazon.com/bedrock/pricing/ */
const REGIONAL = 1.1

function bedrock(model: string): Price | undefined {
  const [, place, name = ""] = BEDROCK.exec(model) ?? []
  const base = anthropic[name.replace(SNAPSHOT, "")]
  if (!base || place === "global") return base
  const { input, cached, written, output, long } = base
  return price(input * REGIONAL, cached * REGIONAL, written * REGIONAL, output * REGIONAL, long)
}

/** For a model that is not listed: a budget may end too early, never too late. */
function dearest(provider: Provider): Price {
  const prices = Object.values(provider === "openai" ? openai : anthropic)
  const most = (part: "input" | "cached" | "written" | "output") => Math.max(...prices.map((one) => one[part]))
  return price(most("input"), most("cached"), most("written"), most("output"), {
    above: Math.min(...prices.map(({ long }) => long?.above ?? Number.POSITIVE_INFINITY)),
    input: Math.max(...prices.map(({ long }) => long?.input ?? 1)),
    output: Math.max(...prices.map(({ long }) => long?.output ?? 1)),
  })
}

/** Of 0.1 + 0.2 the last digits are not money. */
const whole = (microUsd: number) => Math.ceil(Number(microUsd.toFixed(6)))
