import { isOpen } from "@spec-wizard/core/document/readiness"
import type { Document, ID } from "@spec-wizard/core/protocol/document"

/** What a message is to the conversation. */
export type Intent = "answer" | "brief" | "skip" | "unsure" | "closing" | { settles: ID }

/** Characters from which a message is a brief. */
export const BRIEF = 1_200

/** `act`: what is done with a message that says nothing for the document. */
export function intentOf(text: string, act: string | undefined, document: Document): Intent {
  if (act === "done") return "closing"
  if (act === "skip" || act === "unsure") return act
  if (text.length >= BRIEF) return "brief"
  const dispute = document.items.findLast((item) => isOpen(item) && item.cue === "contradiction")
  return dispute ? { settles: dispute.id } : "answer"
}

/** What was asked last of a model, after all data. */
export function task(number: number, intent: Intent): string {
  const message = `Message ${number} of the visitor`
  if (typeof intent === "object")
    return `${message} answers you. ${intent.settles} still asks which of two statements counts: if the message says so, answer ${intent.settles} with their words, and in the same call retire or supersede what no longer counts, quoting them; if it does not, let that question rest. ${USUAL}`
  switch (intent) {
    case "brief":
      return `${message} is a brief. Thank them in one sentence and ask one question, about the most important thing that it leaves open. Call offer_choices if answers are likely, then propose with all of it, in the order of the text; when there is no room for more, stop after a change that is complete: you will be asked to go on.`
    case "skip":
      return `${message} skips your last question. Write nothing about it, do not come back to it, and ask one question about something quite different. Retire an open question of yours that asks for just that. Call offer_choices if answers are likely.`
    case "unsure":
      return `${message} says that they are not sure. If you asked for a choice and there is a usual one, suggest it in half a sentence and write it down as a default; which of two statements counts has none. If you asked for what only they can know (a fact, a number, how it is today, or whether there is anything else), write no default; if nobody can build without it, write a question. Then ask one question about something quite different.`
    case "closing":
      return `${message} says that this is all. Close as your rules say, ask nothing, and do not call offer_choices. Call propose for what is new, and for the summary if it is missing or old.`
    case "answer":
      return `${message} answers you. ${USUAL}`
  }
}

const USUAL =
  "Affirm in one short sentence, ask one question, then call offer_choices if answers are likely, and then propose with what is new in the message. If it contradicts a line and does not say which of the two counts, dispute that line and ask; a correction of theirs says it, and supersedes the line."
