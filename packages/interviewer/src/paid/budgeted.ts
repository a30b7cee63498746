import { mostOfTurn } from "@spec-wizard/core/budget/turn"
import type { Context, Interviewer } from "@spec-wizard/core/interviewer"
import type { ModelSettings } from "@spec-wizard/core/settings"
import type * as Turn from "@spec-wizard/core/turn"
import type { Deps } from "../deps.ts"
import type { Meter } from "../model/spent.ts"
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
  const meter = new TurnMeter(deps, model)
  const paid = make(meter)
  return {
    get speaker() {
      return paid.speaker
    },
    async *reply(context, signal) {
      const { id: turnId, attempt, sessionId, network: ip = "unknown" } = turn
      const caps = deps.settings.budget
      const { seen, size } = await measured(context)
      const least = mostOfTurn(model, size)
      const request = { turnId, attempt, sessionId, ip, microUsd: least, caps }
      await meter.reserve(request, Math.min(mostOfTurn(model, size, callsFor(context)), caps.turn * SHARE))
      try {
        yield* paid.reply(seen, signal)
      } finally {
        await meter.settle()
      }
    },
  }
}

/** Of a turn's budget, so that a second attempt has as much. */
const SHARE = 0.5
/** Characters of a brief that one call can write down. */
const A_CALL = 4_000

/** Calls beside the answer that a message may well need. */
const callsFor = ({ message }: Context) => 1 + Math.floor(message.text.length / A_CALL)

/** How much a model is going to read. The document that this takes is read once. */
async function measured(context: Context) {
  const { promptOf, mostTokensOf } = await import("../model/measure.ts")
  const document = context.document()
  const seen: Context = { ...context, document: () => document }
  const promptTokens = mostTokensOf(promptOf(seen, await document))
  return { seen, size: { promptTokens, messageTokens: Math.ceil(Buffer.byteLength(context.message.text) / 2) } }
}
