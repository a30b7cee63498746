import type { Interviewer } from "@spec-wizard/core/interviewer"
import { withFallback } from "@spec-wizard/core/interviewer/fallback"
import { guided } from "@spec-wizard/core/interviewer/guided"
import type { Secret } from "@spec-wizard/core/secret"
import type { ModelSettings, Settings } from "@spec-wizard/core/settings"
import type * as Turn from "@spec-wizard/core/turn"
import { isAllowed } from "@spec-wizard/core/turn/key"

/** A turn's whole time; the lease and the function last longer. */
const WHOLE_MS = 300_000

type Deps = { settings: Settings; modelKey: Secret<string | undefined> }

/**
 * Who answers a turn: the visitor's own key decides, else the setting. A model that fails before it has said anything is stood in for by the
 * guided interviewer.
 */
export async function interviewerFor(
  deps: Deps,
  { stages }: Pick<Turn.Stored, "stages">,
  key: Turn.Key | undefined,
): Promise<Interviewer> {
  const { model, visitorsModels, ...settings } = deps.settings
  const own = key && isAllowed({ ...settings, visitorsModels }, key.provider) ? visitorsModels[key.provider] : undefined
  if (key && own) return withFallback(await modelOf(own, key.apiKey, stages === 2), guided())
  return model ? withFallback(await modelOf(model, await deps.modelKey.get(), false), guided()) : guided()
}

async function modelOf(settings: ModelSettings, apiKey: string | undefined, isTwoStage: boolean): Promise<Interviewer> {
  const { modelInterviewer } = await import("@spec-wizard/core/interviewer/model")
  const { provider, name, draft, baseUrl, maxTokens, temperature, timeoutMs } = settings
  const common = { provider, ...(apiKey && { apiKey }), ...(baseUrl && { baseUrl }) }
  return modelInterviewer({
    models: { answer: { ...common, model: name }, ...(isTwoStage && { draft: { ...common, model: draft } }) },
    maxTokens,
    temperature,
    timeouts: { firstByteMs: timeoutMs, silenceMs: timeoutMs, wholeMs: WHOLE_MS },
  })
}
