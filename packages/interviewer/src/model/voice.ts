import type { Part } from "@spec-wizard/core/interviewer"
import type * as Message from "@spec-wizard/core/protocol/message"
import { type Answer, type Said, unheard } from "./call.ts"
import { choicesIn } from "./proposal/choices.ts"
import type { ToolCall } from "./tool-call.ts"

/** What the visitor hears of a turn's calls, up to the end of the reply. */
export class Voice {
  /** The visitor may have gone on: nothing more can be said. */
  hasEnded = false

  /** As it comes; the reply ends when the model turns to its notes. */
  async *say(words: AsyncGenerator<Said, Answer>): AsyncGenerator<Part, Answer> {
    try {
      for (let next = await words.next(); ; next = await words.next()) {
        if (next.done) return next.value
        const said = next.value
        if (said.type === "notes") yield* this.end(offered(said.tools))
        else if (!this.hasEnded) yield said
      }
    } finally {
      await words.return(unheard()) // whoever listens may have gone away
    }
  }

  *end(choices: readonly Message.Choice[]): Iterable<Part> {
    if (this.hasEnded) return
    this.hasEnded = true
    if (choices.length > 0) yield { type: "choices", choices: [...choices] }
    yield { type: "reply-end" }
  }
}

function offered(tools: readonly ToolCall[]): Message.Choice[] {
  const offer = tools.findLast(({ name }) => name === "offer_choices")
  return offer ? choicesIn(offer.input) : []
}
