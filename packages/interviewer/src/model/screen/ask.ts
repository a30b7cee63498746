import { call, unheard } from "../call.ts"
import type { CallOptions } from "../calls.ts"
import { ModelFailedError } from "../failure.ts"
import { languageModel, type ModelChoice, providerOptions } from "../provider.ts"
import { verbatim } from "../speech.ts"
import { mostOf, type Spent, spentOn } from "../spent.ts"
import type { Ask } from "./screen.ts"

/** A verdict is a dozen tokens; models that think first need more. */
const MAX_TOKENS = 500
/** A visitor waits for this before anything is said. */
const MAX_WAIT_MS = 5_000

type Options = Pick<CallOptions, "open" | "meter"> & {
  /** Hears what the call used. */
  onSpent?: (call: Spent) => void
}

/** Asks a model, once and briefly. It hears one message and nothing else of the conversation. */
export function asking(
  choice: ModelChoice,
  signal: AbortSignal,
  { open = languageModel, meter, onSpent }: Options = {},
): Ask {
  return async (system, text) => {
    const answer = unheard()
    const prompt = [
      { role: "system" as const, content: system },
      { role: "user" as const, content: [{ type: "text" as const, text }] },
    ]
    const model = await open(choice)
    const request = { prompt, maxOutputTokens: MAX_TOKENS, temperature: 0, providerOptions }
    await meter?.begin(mostOf(choice, request, MAX_TOKENS))
    let outcome = "model.invalid"
    try {
      const limits = { firstByteMs: MAX_WAIT_MS, silenceMs: MAX_WAIT_MS, signal }
      for await (const _ of call(model, request, limits, answer, verbatim()));
      outcome = "completed"
      return answer.text
    } catch (error) {
      outcome = signal.aborted ? "stopped" : error instanceof ModelFailedError ? error.code : outcome
      throw error
    } finally {
      const spent = spentOn("screening", choice, request, answer, outcome)
      onSpent?.(spent)
      await meter?.end(spent)
    }
  }
}
