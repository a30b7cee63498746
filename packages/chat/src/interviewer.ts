import type { Interviewer } from "@spec-wizard/core/interviewer"
import { withFallback } from "@spec-wizard/core/interviewer/fallback"
import { guided } from "@spec-wizard/core/interviewer/guided"
import type { Secret } from "@spec-wizard/core/secret"
import type { ModelSettings, Settings } from "@spec-wizard/core/settings"

/** A turn's whole time; the lease and the function last longer. */
const WHOLE_MS = 300_000

/** Who asks the questions, by setting. A model that fails before it has said anything is stood in for by the guided interviewer. */
export async function interviewerFor(deps: {
  settings: Settings
  modelKey: Secret<string | undefined>
}): Promise<Interviewer> {
  const { model } = deps.settings
  return model ? withFallback(await modelOf(model, await deps.modelKey.get()), guided()) : guided()
}

async function modelOf(settings: ModelSettings, apiKey: string | undefined): Promise<Interviewer> {
  const { modelInterviewer } = await import("@spec-wizard/core/interviewer/model")
  const { provider, name, baseUrl, maxTokens, temperature, timeoutMs } = settings
  return modelInterviewer({
    models: { answer: { provider, model: name, ...(apiKey && { apiKey }), ...(baseUrl && { baseUrl }) } },
    maxTokens,
    temperature,
    timeouts: { firstByteMs: timeoutMs, silenceMs: timeoutMs, wholeMs: WHOLE_MS },
  })
}
