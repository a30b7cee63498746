import type { Context, Interviewer } from "@spec-wizard/core/interviewer"
import { languageOf, localLanguage } from "../guided/read/language.ts"
import { answer, type Models } from "./answer.ts"
import { type CallOptions, Calls } from "./calls.ts"
import { type Code, ModelFailedError } from "./failure.ts"
import { promptVersion } from "./prompt/version.ts"
import { nameOf } from "./provider.ts"
import { type Spent, total } from "./spent.ts"
import { brokenOff } from "./unfinished.ts"

export type Options = CallOptions & {
  models: Models
  /** What a call cost, in USD; undefined when its model has no known price. */
  costOf?: (call: Spent) => number | undefined
}

/**
 * A language model as interviewer. It only proposes; what it proposes is checked here and again when it is applied. In one stage it makes
 * at most two calls, with a draft at most three, and some more to go on with what one call cannot hold.
 * @throws {ModelFailedError} from `reply`; a stop ends it without one
 */
export function modelInterviewer(options: Options): Interviewer {
  const { models, timeouts, costOf } = options
  const model = [models.draft, models.answer].flatMap((choice) => (choice ? nameOf(choice) : [])).join("+")
  return {
    speaker: { model, promptVersion: `model-${promptVersion}` },
    async *reply(context, signal) {
      if (signal.aborted) return
      let isBeforeText = true
      const late = new AbortController()
      const timer = setTimeout(
        () => late.abort(new ModelFailedError("model.timeout", { isBeforeText })),
        timeouts.wholeMs,
      )
      const calls = new Calls(options, AbortSignal.any([signal, late.signal]))
      try {
        for await (const part of answer(calls, models, context)) {
          if (signal.aborted) return
          if (part.type === "text") isBeforeText = false
          yield part
        }
        yield { type: "usage", usage: total(calls.spent, costOf) }
      } catch (error) {
        if (signal.aborted) return
        const failure = late.signal.aborted ? late.signal.reason : error
        const said = !isBeforeText && failure instanceof ModelFailedError && lastWords(failure.code, context)
        if (said) yield { type: "text", text: `\n\n${said}` }
        yield { type: "usage", usage: total(calls.spent, costOf) } // whoever stands in has it to account for
        throw failure
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

/** What is said of an answer that is not whole. */
function lastWords(code: Code, { message, session }: Context): string | undefined {
  const words = code === "model.cut" || code === "model.refused" ? brokenOff[code] : undefined
  return words?.[languageOf(message.text, localLanguage(session))]
}
