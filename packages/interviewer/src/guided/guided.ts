import type { Interviewer } from "@spec-wizard/core/interviewer"
import { reply } from "./reply.ts"
import type { Delay } from "./stream.ts"
import { stream, wait } from "./stream.ts"

const TOKENS_PER_SECOND = 60

type Options = {
  /** Tokens per second, 0 for all at once; or how to wait between two pieces. */
  pace?: number | Delay
}

/**
 * The built-in interviewer: deterministic, offline and free. It reads a message, learns what it states, chooses the question with the
 * highest impact × uncertainty, phrases it, and streams it as a model would.
 */
export function guided(options: Options = {}): Interviewer {
  const pace = options.pace ?? TOKENS_PER_SECOND
  const delay = typeof pace === "function" ? pace : wait
  const tokensPerSecond = typeof pace === "function" ? TOKENS_PER_SECOND : pace
  return {
    speaker: { model: "guided", promptVersion: "guided-1" },
    async *reply(context, signal) {
      if (signal.aborted) return
      const { notes, memory, changes, course, text, choices } = reply(context)
      yield { type: "learned", notes, memory, changes }
      yield { type: "course", course }
      for await (const piece of stream(await text(), tokensPerSecond, delay, signal))
        yield { type: "text", text: piece }
      if (signal.aborted) return
      if (choices.length > 0) yield { type: "choices", choices }
      yield { type: "usage", usage: { inputTokens: 0, outputTokens: 0, costUsd: 0 } }
    },
  }
}
