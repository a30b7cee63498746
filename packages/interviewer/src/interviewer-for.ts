import type { Interviewer } from "@spec-wizard/core/interviewer"
import * as Log from "@spec-wizard/core/log"
import { WHOLE_MS } from "@spec-wizard/core/protocol/turn"
import type { ModelSettings } from "@spec-wizard/core/settings"
import type * as Turn from "@spec-wizard/core/turn"
import { isAllowed } from "@spec-wizard/core/turn/key"
import type { Deps } from "./deps.ts"
import { withFallback } from "./fallback.ts"
import type { Meter } from "./model/spent.ts"
import { budgeted } from "./paid/budgeted.ts"
import { costOfCall, costOfTokens } from "./paid/cost.ts"
import { withFreshKey } from "./paid/fresh-key.ts"
import { screened } from "./paid/screened.ts"

/**
 * Who answers a turn: with the visitor's own key a model of theirs, which costs us nothing; else the setting. A model that fails before it
 * has said anything is stood in for by the guided interviewer.
 */
export async function interviewerFor(deps: Deps, turn: Turn.Stored, key: Turn.Key | undefined): Promise<Interviewer> {
  const { settings } = deps
  const guided = () => loadGuided(settings.guidedPace)
  const own = key && isAllowed(settings, key.provider) ? settings.visitorsModels[key.provider] : undefined
  if (key && own) {
    const make = await opened(deps, turn, own, turn.stages === 2)
    return withFallback(make(key.apiKey), guided, { key: "theirs", stage: deps.stage })
  }
  const { model } = settings
  if (!model) return await guided()
  const [make, known] = await Promise.all([opened(deps, turn, model, false), unlessOutOfReach(deps)])
  const paid = budgeted(deps, turn, model, (meter) =>
    withFreshKey(deps.modelKey, known, (apiKey) => make(apiKey, meter)),
  )
  return withFallback(paid, guided, { key: model.provider === "bedrock" ? "nobody's" : "ours", stage: deps.stage })
}

/** Half of what a cold start would read are its words, which a model mostly does without. */
const loadGuided = async (pace: number) => (await import("./guided/guided.ts")).guided({ pace })

/** Without a key the model refuses, and the guided interviewer goes on. */
const unlessOutOfReach = ({ modelKey }: Deps) =>
  modelKey.get().catch((error: unknown) => {
    Log.warn("interviewer.key_out_of_reach", {}, error)
    return undefined
  })

/** A model's providers are loaded when one is asked, and not before. */
async function opened(deps: Deps, { sessionId }: Turn.Stored, settings: ModelSettings, isTwoStage: boolean) {
  const [{ modelInterviewer }, { asking }, { languageModel }, { remembering }] = await Promise.all([
    import("./model/interviewer.ts"),
    import("./model/screen/ask.ts"),
    import("./model/provider.ts"),
    import("./paid/remembering.ts"),
  ])
  const { provider, name, draft, baseUrl, region, maxTokens, temperature, timeoutMs } = settings
  return (apiKey?: string, meter?: Meter): Interviewer => {
    const common = { provider, ...(apiKey && { apiKey }), ...(baseUrl && { baseUrl }), ...(region && { region }) }
    const small = { ...common, model: draft }
    const metered = meter ? { meter } : {}
    const model = modelInterviewer({
      models: { answer: { ...common, model: name }, ...(isTwoStage && { draft: small }) },
      maxTokens,
      ...(temperature !== undefined && { temperature }),
      timeouts: { firstByteMs: timeoutMs, silenceMs: timeoutMs, wholeMs: WHOLE_MS },
      open: remembering(deps, sessionId, languageModel, (choice, tokens) => costOfTokens(settings, choice, tokens)),
      costOf: (call) => costOfCall(settings, call) / 1_000_000,
      ...metered,
    })
    if (isTwoStage) return model
    return screened(deps, model, settings, (signal, onSpent) => asking(small, signal, { ...metered, onSpent }))
  }
}
