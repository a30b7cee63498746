import { costOf, worstCase } from "@spec-wizard/core/budget/price"
import type { ModelSettings } from "@spec-wizard/core/settings"
import { type ModelChoice, nameOf, Provider } from "../model/choice.ts"
import type { Tokens } from "../model/language-model.ts"
import type { Most, Spent } from "../model/spent.ts"

/** The most that a call can cost, in micro-USD, as all that follow. */
export const mostOfCall = ({ price }: Priced, { choice, inputTokens, maxTokens }: Most): number =>
  worstCase({ inputTokens, maxTokens, calls: 1 }, choice.provider, choice.model, price)

/** What the deployer says of the price of their model. */
type Priced = Pick<ModelSettings, "price">

/** What a call cost. */
export function costOfCall({ price }: Priced, call: Omit<Spent, "stage" | "isEstimated" | "outcome">): number {
  const { model, inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = call
  const [provider, ...name] = model.split("/")
  const usage = { inputTokens, outputTokens, cachedTokens: cacheReadTokens, writtenTokens: cacheWriteTokens }
  return costOf(usage, Provider.parse(provider), name.join("/"), price)
}

/** The same, of what a provider told at the end of one. */
export const costOfTokens = (priced: Priced, choice: ModelChoice, { inputTokens, outputTokens }: Tokens): number =>
  costOfCall(priced, {
    model: nameOf(choice),
    inputTokens: inputTokens.total ?? 0,
    outputTokens: outputTokens.total ?? 0,
    cacheReadTokens: inputTokens.cacheRead ?? 0,
    cacheWriteTokens: inputTokens.cacheWrite ?? 0,
  })
