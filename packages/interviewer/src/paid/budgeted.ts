import type { Interviewer } from "@spec-wizard/core/interviewer"
import type { ModelSettings } from "@spec-wizard/core/settings"
import type * as Turn from "@spec-wizard/core/turn"
import type { Deps } from "../deps.ts"
import type { Meter } from "../model/spent.ts"
import { mostOfTurn } from "./cost.ts"
import { TurnMeter } from "./turn-meter.ts"

/**
 * An interviewer that is paid by the server: the most that it can cost is taken from the budgets before it is asked, what each call may have
 * cost is recorded before and after it, and what was not used is given back, however it ends.
 * @throws {BudgetExhaustedError} from `reply`, before anything was spent
 */
export function budgeted(
  deps: Pick<Deps, "table" | "clock" | "settings">,
  turn: Turn.Stored,
  model: ModelSettings,
  make: (meter: Meter) => Interviewer,
): Interviewer {
  const meter = new TurnMeter(deps)
  const paid = make(meter)
  return {
    get speaker() {
      return paid.speaker
    },
    async *reply(context, signal) {
      const { id: turnId, attempt, sessionId, network: ip = "unknown" } = turn
      const caps = deps.settings.budget
      await meter.reserve({ turnId, attempt, sessionId, ip, microUsd: mostOfTurn(model), caps })
      try {
        yield* paid.reply(context, signal)
      } finally {
        await meter.settle()
      }
    },
  }
}
