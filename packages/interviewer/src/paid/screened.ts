import * as VerdictCache from "@spec-wizard/core/cache/verdict"
import { keyedDigestOf } from "@spec-wizard/core/digest"
import type { Interviewer } from "@spec-wizard/core/interviewer"
import * as Log from "@spec-wizard/core/log"
import type { ModelSettings } from "@spec-wizard/core/settings"
import { languageOf } from "@spec-wizard/core/specification"
import type { Deps } from "../deps.ts"
import { type Ask, screen, wayBack } from "../model/screen/screen.ts"
import type { Spent } from "../model/spent.ts"
import { costOfCall } from "./cost.ts"

/**
 * Looks at a message before the expensive call: whoever asks for something else entirely hears what this is for, and nothing more is spent.
 * What is said in answer to a question is hardly ever off topic, so only the rules look at it. The same words get the same verdict, in
 * whatever session, without being judged again.
 */
export function screened(
  deps: Deps,
  interviewer: Interviewer,
  model: ModelSettings,
  asking: (signal: AbortSignal, onSpent: (call: Spent) => void) => Ask,
): Interviewer {
  return {
    get speaker() {
      return interviewer.speaker
    },
    async *reply(context, signal) {
      const { text } = context.message
      const isAnswer = context.transcript.some(({ role }) => role === "wizard")
      const verdict = isAnswer
        ? await screen(text, { isAnswer })
        : await judged(deps, model, text, (onSpent) => asking(signal, onSpent))
      if (verdict === "on") return yield* interviewer.reply(context, signal)
      Log.info("interviewer.off_topic", { sessionId: context.session.id })
      yield { type: "text", text: wayBack[languageOf(context.session)] }
    },
  }
}

async function judged(
  deps: Deps,
  model: ModelSettings,
  text: string,
  asking: (onSpent: (call: Spent) => void) => Ask,
): Promise<"on" | "off"> {
  const byRules = await screen(text) // without a model: what they leave open is on topic
  if (byRules === "off") return byRules
  const [{ bytes }] = await deps.keyRing.keys("verdict")
  const hash = keyedDigestOf(bytes, ["screening", text])
  const known = await VerdictCache.get(deps, hash)
  if (known === "on" || known === "off") return known
  let microUsd: number | undefined
  const ask = asking((call) => {
    if (call.outcome === "completed") microUsd = costOfCall(model, call)
  })
  const verdict = await screen(text, { ask })
  if (microUsd !== undefined) await VerdictCache.put(deps, hash, { verdict, microUsd })
  return verdict
}
