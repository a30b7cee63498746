import type { Interviewer } from "@spec-wizard/core/interviewer"
import { type Ask, screen, wayBack } from "@spec-wizard/core/interviewer/model/screen"
import * as Log from "@spec-wizard/core/log"
import { languageOf } from "@spec-wizard/core/specification"

/**
 * Looks at a message before the expensive call: whoever asks for something else entirely hears what this is for, and nothing more is spent.
 * What is said in answer to a question is hardly ever off topic, so only the rules look at it.
 */
export function screened(interviewer: Interviewer, ask: (signal: AbortSignal) => Ask): Interviewer {
  return {
    get model() {
      return interviewer.model
    },
    async *reply(context, signal) {
      const isAnswer = context.transcript.some(({ role }) => role === "wizard")
      const verdict = await screen(context.message.text, { isAnswer, ask: isAnswer ? undefined : ask(signal) })
      if (verdict === "on") return yield* interviewer.reply(context, signal)
      Log.info("interviewer.off_topic", { sessionId: context.session.id })
      yield { type: "text", text: wayBack[languageOf(context.session)] }
    },
  }
}
