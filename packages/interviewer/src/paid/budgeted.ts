import * as Budget from "@spec-wizard/core/budget"
import { costOf, worstCase } from "@spec-wizard/core/budget/price"
import type { Interviewer } from "@spec-wizard/core/interviewer"
import * as Log from "@spec-wizard/core/log"
import type { ModelSettings } from "@spec-wizard/core/settings"
import type * as Turn from "@spec-wizard/core/turn"
import type { Deps } from "../deps.ts"
import type { Tokens } from "../model/language-model.ts"
import { type ModelChoice, nameOf } from "../model/provider.ts"
import type { Spent } from "../model/spent.ts"

/** More than the window of a conversation and its document ever take. */
const MAX_INPUT_TOKENS = 30_000
/** Screening, the answer, and one retry or one repair. */
const MAX_CALLS = 3

/** What a call cost, in micro-USD. */
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

/**
 * An interviewer that is paid by the server: the most that it can cost is taken from the budgets before it is asked, and what it did not use
 * is given back, however it ends. `meter` counts what is used.
 * @throws {BudgetExhaustedError} from `reply`, before anything was spent
 */
export function budgeted(
  deps: Pick<Deps, "table" | "clock" | "settings">,
  turn: Turn.Stored,
  model: ModelSettings,
  make: (meter: (call: Spent) => void) => Interviewer,
): Interviewer {
  let used = 0
  const paid = make((call) => {
    used += costOfCall(call)
  })
  return {
    get speaker() {
      return paid.speaker
    },
    async *reply(context, signal) {
      const { id: turnId, attempt, sessionId, network: ip = "unknown" } = turn
      const most = { inputTokens: MAX_INPUT_TOKENS, maxTokens: model.maxTokens, calls: MAX_CALLS }
      const microUsd = worstCase(most, model.provider, model.name)
      const caps = deps.settings.budget
      const reservation = await Budget.reserve(deps, { turnId, attempt, sessionId, ip, microUsd, caps })
      try {
        yield* paid.reply(context, signal)
      } finally {
        await Budget.settle(deps, reservation, used).catch((error: unknown) => {
          Log.warn("budget.not_settled", { turnId, attempt }, error) // the sweep gives it back
        })
      }
    },
  }
}
