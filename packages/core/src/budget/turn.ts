import { type Price, type Provider, worstCase } from "./price.ts"

/** What is asked, and what that costs. */
type Model = { provider: Provider; name: string; draft: string; price?: Price; maxTokens: number }

/** Tokens of the shortest prompt there is, with its tools; a test compares. */
export const LEAST_PROMPT = 3_000
/** What a prompt that hands an answer back says beside both. */
const HANDED_BACK = 1_000
/** A verdict on a message: the question with it, and the answer. */
const SCREENING = { inputTokens: 500, maxTokens: 500 }

/** Tokens, as most may be counted of a message: what a prompt has, what the visitor's message has of that. */
type Size = { promptTokens: number; messageTokens: number }

/**
 * The most that a turn's attempt can cost, in micro-USD: a verdict, an answer, and more calls, one at least, each of which has the prompt anew,
 * perhaps with the answer in it.
 */
export function mostOfTurn(
  { provider, name, draft, price, maxTokens }: Model,
  { promptTokens, messageTokens }: Size,
  more = 1,
): number {
  const answer = worstCase({ inputTokens: promptTokens, maxTokens, calls: 1 }, provider, name, price)
  const again = promptTokens + maxTokens + HANDED_BACK
  const others = worstCase({ inputTokens: again, maxTokens, calls: more }, provider, name, price)
  const verdict = { ...SCREENING, inputTokens: SCREENING.inputTokens + messageTokens, calls: 1 }
  return answer + others + worstCase(verdict, provider, draft, price)
}

/** What the shortest message to the shortest document may cost, all the same. */
export const leastOfTurn = (model: Model): number => mostOfTurn(model, { promptTokens: LEAST_PROMPT, messageTokens: 0 })
