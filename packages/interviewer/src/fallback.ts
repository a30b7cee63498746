import { BudgetExhaustedError } from "@spec-wizard/core/budget/error"
import type { Context, Interviewer, Part } from "@spec-wizard/core/interviewer"
import * as Log from "@spec-wizard/core/log"
import { ModelFailedError } from "./model/failure.ts"

/** Said before the second one goes on. */
const NOTICES: Record<string, { unreachable: string; spent: string }> = {
  en: {
    unreachable: "The AI cannot be reached right now, so I go on with questions of my own. Nothing you wrote is lost.",
    spent:
      "What may be spent on the AI is used up for now, so I go on with questions of my own. Nothing you wrote is lost.",
  },
  de: {
    unreachable:
      "Die KI ist gerade nicht erreichbar, deshalb frage ich mit eigenen Fragen weiter. Nichts von dem, was Sie geschrieben haben, ist verloren.",
    spent:
      "Was für die KI ausgegeben werden darf, ist im Moment verbraucht, deshalb frage ich mit eigenen Fragen weiter. Nichts von dem, was Sie geschrieben haben, ist verloren.",
  },
  es: {
    unreachable:
      "Ahora mismo no se puede contactar con la IA, así que sigo con mis propias preguntas. No se ha perdido nada de lo que ha escrito.",
    spent:
      "Por ahora se ha agotado lo que se puede gastar en la IA, así que sigo con mis propias preguntas. No se ha perdido nada de lo que ha escrito.",
  },
  fr: {
    unreachable:
      "L’IA n’est pas joignable pour l’instant, je continue donc avec mes propres questions. Rien de ce que vous avez écrit n’est perdu.",
    spent:
      "Ce qui peut être dépensé pour l’IA est épuisé pour l’instant, je continue donc avec mes propres questions. Rien de ce que vous avez écrit n’est perdu.",
  },
}

/**
 * The first one, and in its place the second when it fails before it has said anything. Each turn tries the first again, so it comes back
 * by itself. A reply that broke off half-way fails as it is: two voices in one message would be worse.
 */
export function withFallback(first: Interviewer, second: () => Promise<Interviewer>): Interviewer {
  let speaking = first
  return {
    get speaker() {
      return speaking.speaker
    },
    async *reply(context, signal) {
      speaking = first
      let why: "unreachable" | "spent"
      try {
        yield* first.reply(context, signal)
        return
      } catch (error) {
        const hasFailed = error instanceof ModelFailedError && error.isBeforeText
        if (signal.aborted || !(hasFailed || error instanceof BudgetExhaustedError)) throw error
        Log.warn("interviewer.fell_back", { sessionId: context.session.id, code: error.code })
        why = hasFailed ? "unreachable" : "spent"
      }
      speaking = await second()
      yield* inItsPlace(speaking, why, context, signal)
    },
  }
}

/** What was learned must come before the first text. */
async function* inItsPlace(
  second: Interviewer,
  why: "unreachable" | "spent",
  context: Context,
  signal: AbortSignal,
): AsyncGenerator<Part> {
  const notice = (NOTICES[context.session.locale.slice(0, 2).toLowerCase()] ?? NOTICES["en"])?.[why]
  let isSaid = false
  for await (const part of second.reply(context, signal)) {
    if (part.type === "text" && !isSaid) {
      isSaid = true
      yield { type: "text", text: `${notice}\n\n` }
    }
    yield part
  }
}
