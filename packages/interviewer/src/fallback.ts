import { BudgetExhaustedError } from "@spec-wizard/core/budget/error"
import type { Author, Changes, Context, Interviewer, Part } from "@spec-wizard/core/interviewer"
import * as Log from "@spec-wizard/core/log"
import type * as Turn from "@spec-wizard/core/turn"
import * as z from "zod/mini"
import type { Whose } from "./because.ts"
import { guarded } from "./guarded.ts"
import { ModelFailedError } from "./model/failure.ts"

/** So often in a row it only asks. */
const MAX_ASKING = 3

/** What both go on from while the second one stands in: how often in a row it has, and what each of them remembers. */
const Memory = z.object({ by: z.literal("fallback"), times: z.int(), first: z.unknown(), second: z.unknown() })

type Options = {
  key: Whose
  /** Whose figures say how often this happens. */
  stage: string
}

/**
 * The first one, and in its place the second when it fails before it has said anything. Each turn tries the first again, so it comes back
 * by itself. A reply that broke off half-way fails as it is: two voices in one message would be worse.
 *
 * In a document that the first has written lines of, the second only asks: what was said waits unsorted. When the first has failed for more
 * than three messages in a row, or is switched off, the second writes under its own name, and what it wrote the first does not rewrite.
 */
export function withFallback(first: Interviewer, second: () => Promise<Interviewer>, options: Options): Interviewer {
  let speaking = first
  let because: string | undefined
  return {
    get speaker() {
      return { ...speaking.speaker, ...(because !== undefined && { because }) }
    },
    async *reply(context, signal) {
      speaking = first
      because = undefined
      const known = Memory.safeParse(context.memory).data
      const own = known ? known.first : context.memory
      const usages: Turn.Usage[] = []
      let learned: unknown = own
      let isKept = !known
      let failure: ModelFailedError | BudgetExhaustedError
      try {
        for await (const part of first.reply({ ...context, memory: own }, signal)) {
          if (part.type === "usage") usages.push(part.usage)
          else if (part.type === "learned") {
            learned = part.memory
            isKept = false
          } else {
            // Now it is back, and what it remembers is remembered.
            if (!isKept) yield { type: "learned", memory: learned ?? null }
            isKept = true
            yield part.type === "changes" ? { ...part, changes: guarded(part.changes, context) } : part
          }
        }
        if (usages.length > 0) yield { type: "usage", usage: sum(usages) }
        return
      } catch (error) {
        // Who was told a question already hears no other: what the first has not written down waits unsorted.
        if (signal.aborted || context.reply || !isForSecond(error)) throw error
        failure = error
      }
      because = failure.code
      Log.warn("interviewer.fell_back", { sessionId: context.session.id, code: because })
      Log.figures("interviewer.fell_back", options.stage, { Fallbacks: { unit: "Count", value: 1 } })
      speaking = await second()
      const times = (known?.times ?? 0) + 1
      const writes = !isModels(context.authors) || times > MAX_ASKING || isOff(failure)
      const { notice } = await import("./because.ts") // hardly ever needed
      const words = notice(failure, { locale: context.session.locale, writes, key: options.key })
      const before = known ? known.second : context.memory
      const memory = (mine: unknown) => ({ by: "fallback", times, first: learned ?? null, second: mine })
      for await (const part of inItsPlace(speaking, { ...context, memory: before }, signal, words)) {
        if (part.type === "usage") usages.push(part.usage)
        else if (part.type === "learned")
          yield { ...part, memory: memory(part.memory), ...changed(part.changes, writes) }
        else yield part
      }
      yield { type: "usage", usage: sum(usages) }
    },
  }
}

const isForSecond = (error: unknown): error is ModelFailedError | BudgetExhaustedError =>
  error instanceof BudgetExhaustedError || (error instanceof ModelFailedError && error.isBeforeText)

const isOff = (failure: Error) => failure instanceof BudgetExhaustedError && failure.cap === "off"

const isModels = (authors: readonly Author[] = []) => authors.some(({ model }) => model !== "guided")

/** What says nothing for the document says so still. */
const changed = (changes: Changes | undefined, writes: boolean) =>
  changes && { changes: writes ? changes : { ...changes, propose: () => [] } }

/** The notice comes before the first text. */
async function* inItsPlace(
  second: Interviewer,
  context: Context,
  signal: AbortSignal,
  words: string,
): AsyncGenerator<Part> {
  let isSaid = false
  for await (const part of second.reply(context, signal)) {
    if (part.type === "text" && !isSaid) {
      isSaid = true
      yield { type: "text", text: `${words}\n\n` }
    }
    yield part
  }
}

/** What was not even begun has no price, and needs none. */
const sum = (all: readonly Turn.Usage[]): Turn.Usage =>
  all
    .map((usage) => (usage.inputTokens + usage.outputTokens === 0 ? { ...usage, costUsd: 0 } : usage))
    .reduce((all, { inputTokens, outputTokens, costUsd }) => ({
      inputTokens: all.inputTokens + inputTokens,
      outputTokens: all.outputTokens + outputTokens,
      ...(all.costUsd !== undefined && costUsd !== undefined && { costUsd: all.costUsd + costUsd }),
    }))
