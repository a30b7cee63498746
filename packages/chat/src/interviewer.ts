import type { Interviewer } from "@spec-wizard/core/interviewer"
import { withFallback } from "@spec-wizard/core/interviewer/fallback"
import { guided } from "@spec-wizard/core/interviewer/guided"
import type { Spent } from "@spec-wizard/core/interviewer/model/spent"
import type { ModelSettings } from "@spec-wizard/core/settings"
import type * as Turn from "@spec-wizard/core/turn"
import { isAllowed } from "@spec-wizard/core/turn/key"
import { budgeted, costOfCall, costOfTokens } from "./budgeted.ts"
import type { AskingDeps } from "./deps.ts"
import { screened } from "./screened.ts"

/** A turn's whole time; the lease and the function last longer. */
const WHOLE_MS = 300_000

/**
 * Who answers a turn: with the visitor's own key a model of theirs, which costs us nothing; else the setting. A model that fails before it
 * has said anything is stood in for by the guided interviewer.
 */
export async function interviewerFor(
  deps: AskingDeps,
  turn: Turn.Stored,
  key: Turn.Key | undefined,
): Promise<Interviewer> {
  const { settings } = deps
  const own = key && isAllowed(settings, key.provider) ? settings.visitorsModels[key.provider] : undefined
  if (key && own) return withFallback((await opened(deps, turn, own, key.apiKey, turn.stages === 2))(), guided())
  if (!settings.model) return guided()
  const ours = await opened(deps, turn, settings.model, await deps.modelKey.get(), false)
  return withFallback(budgeted(deps, turn, settings.model, ours), guided())
}

/** A model's providers are loaded when one is asked, and not before. */
async function opened(
  deps: AskingDeps,
  { sessionId }: Turn.Stored,
  settings: ModelSettings,
  apiKey: string | undefined,
  isTwoStage: boolean,
) {
  const [{ modelInterviewer }, { asking }, { languageModel }, { remembering }] = await Promise.all([
    import("@spec-wizard/core/interviewer/model"),
    import("@spec-wizard/core/interviewer/model/screen/ask"),
    import("@spec-wizard/core/interviewer/model/provider"),
    import("./remembering.ts"),
  ])
  const { provider, name, draft, baseUrl, maxTokens, temperature, timeoutMs } = settings
  const common = { provider, ...(apiKey && { apiKey }), ...(baseUrl && { baseUrl }) }
  const small = { ...common, model: draft }
  return (onSpent?: (call: Spent) => void): Interviewer => {
    const meter = onSpent ? { onSpent } : {}
    const model = modelInterviewer({
      models: { answer: { ...common, model: name }, ...(isTwoStage && { draft: small }) },
      maxTokens,
      temperature,
      timeouts: { firstByteMs: timeoutMs, silenceMs: timeoutMs, wholeMs: WHOLE_MS },
      open: remembering(deps, sessionId, languageModel, costOfTokens),
      costOf: (call) => costOfCall(call) / 1_000_000,
      ...meter,
    })
    return isTwoStage ? model : screened(deps, model, (signal) => asking(small, signal, meter))
  }
}
