import * as ReplyCache from "@spec-wizard/core/cache/reply"
import { digestOf, type Json } from "@spec-wizard/core/digest"
import type * as Session from "@spec-wizard/core/session"
import * as z from "zod/mini"
import type { Deps } from "../deps.ts"
import type { ModelChoice } from "../model/choice.ts"
import { type Model, type Part, type Request, type Tokens, withStream } from "../model/language-model.ts"
import { unfinished } from "../model/unfinished.ts"

type Open = (choice: ModelChoice) => Promise<Model>

const Kept = z.array(z.looseObject({ type: z.string() }))

/**
 * Models that answer the very same question of a session a second time without being asked, an attempt that died after its answer, say. What is
 * kept is what the provider sent, and only when it was whole; `costOf` in micro-USD of what one that was asked used.
 */
export function remembering(
  deps: Pick<Deps, "table" | "clock" | "settings" | "stage">,
  sessionId: Session.ID,
  open: Open,
  costOf: (choice: ModelChoice, tokens: Tokens) => number,
): Open {
  return async (choice) => {
    const model = await open(choice)
    return withStream(model, async (request) => {
      const name = { sessionId, hash: hashOf(model, request) }
      const kept = Kept.safeParse(await ReplyCache.get(deps, name))
      // Nothing was used this time; the rest is what the provider sent, as JSON keeps it.
      if (kept.success) return { stream: streamOf((kept.data as Part[]).map(free)) }
      const answer = await model.doStream(request)
      const parts: Part[] = []
      const keep = new TransformStream<Part, Part>({
        transform(part, controller) {
          parts.push(part)
          controller.enqueue(part)
        },
        async flush() {
          const end = parts.at(-1)
          if (end?.type !== "finish" || !isWhole(end) || parts.some(({ type }) => type === "error")) return
          const value: Json = JSON.parse(JSON.stringify(parts.filter(({ type }) => type !== "response-metadata")))
          await ReplyCache.put(deps, name, { value, microUsd: costOf(choice, end.usage) })
        },
      })
      return { ...answer, stream: answer.stream.pipeThrough(keep) }
    })
  }
}

/** One that was cut or held back would be so the next time, too. */
const isWhole = ({ finishReason }: Extract<Part, { type: "finish" }>) => unfinished(finishReason) === undefined

/** Everything that the answer depends on, and neither key nor signal. */
function hashOf({ provider, modelId }: Model, request: Request): string {
  const { prompt, tools, toolChoice, temperature, maxOutputTokens } = request
  const asked = { provider, modelId, prompt, tools, toolChoice, temperature, maxOutputTokens }
  return digestOf(JSON.parse(JSON.stringify(asked)))
}

const NOTHING: Tokens = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
}

const free = (part: Part): Part => (part.type === "finish" ? { ...part, usage: NOTHING } : part)

const streamOf = (parts: Part[]) =>
  new ReadableStream<Part>({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })
