import type { Interviewer } from "@spec-wizard/core/interviewer"
import { reply } from "./ask/reply.ts"
import { type Delay, stream, wait } from "./ask/stream.ts"

const TOKENS_PER_SECOND = 60

/** Tokens per second, 0 for all at once; or how to wait between two pieces. */
type Options = { pace: number | Delay }

/**
 * The built-in interviewer: deterministic, offline and free. It keeps every word of a message, gives it a kind where the text has evidence,
 * asks for what matters most of the rest, and streams what it says as a model would.
 */
export function guided({ pace }: Options): Interviewer {
  const delay = typeof pace === "function" ? pace : wait
  const tokensPerSecond = typeof pace === "function" ? TOKENS_PER_SECOND : pace
  return {
    speaker: { model: "guided", promptVersion: "guided-2" },
    async *reply(context, signal) {
      if (signal.aborted) return
      const { memory, changes, course, text, choices } = await reply(context)
      yield { type: "learned", memory, changes }
      yield { type: "course", course }
      for await (const piece of stream(text, tokensPerSecond, delay, signal)) yield { type: "text", text: piece }
      if (signal.aborted) return
      if (choices.length > 0) yield { type: "choices", choices }
      yield { type: "usage", usage: { inputTokens: 0, outputTokens: 0, costUsd: 0 } }
    },
  }
}
