import { costOf, worstCase } from "@spec-wizard/core/budget/price"
import type { ModelSettings } from "@spec-wizard/core/settings"
import type { Tokens } from "../model/language-model.ts"
import { type ModelChoice, nameOf } from "../model/provider.ts"
import type { Most, Spent } from "../model/spent.ts"

/** More than the window of a conversation and its document ever take. */
const MAX_INPUT_TOKENS = 30_000
/** Screening, the answer, and one retry or one repair. */
const MAX_CALLS = 3

/** The most that a turn's attempt can cost, in micro-USD, as all that follow. */
export const mostOfTurn = ({ provider, name, maxTokens }: ModelSettings): number =>
  worstCase({ inputTokens: MAX_INPUT_TOKENS, maxTokens, calls: MAX_CALLS }, provider, name)

/** The most that a call can cost. */
export const mostOfCall = ({ choice, inputTokens, maxTokens }: Most): number =>
  worstCase({ inputTokens, maxTokens, calls: 1 }, choice.provider, choice.model)

/** What a call cost. */
export function costOfCall(call: Omit<Spent, "stage" | "isEstimated" | "outcome">): number {
  const { model, inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = call
  const [provider, ...name] = model.split("/")
  if (provider !== "anthropic" && provider !== "openai") return 0 // a deployer's own endpoint sends us no bill
  const usage = { inputTokens, outputTokens, cachedTokens: cacheReadTokens, writtenTokens: cacheWriteTokens }
  return costOf(usage, provider, name.join("/"))
}

/** The same, of what a provider told at the end of one. */
export const costOfTokens = (choice: ModelChoice, { inputTokens, outputTokens }: Tokens): number =>
  costOfCall({
    model: nameOf(choice),
    inputTokens: inputTokens.total ?? 0,
    outputTokens: outputTokens.total ?? 0,
    cacheReadTokens: inputTokens.cacheRead ?? 0,
    cacheWriteTokens: inputTokens.cacheWrite ?? 0,
  })
