import type { Conversation } from "../conversation.ts"
import type { Interview, Turn } from "./interview.ts"
import type { Scenario } from "./scenario.ts"
import { createStakeholder, type Manner, type Reply } from "./stakeholder.ts"

/** Who interviews: the product, or a control. */
export type Interviewed = Pick<Conversation, "written" | "close"> & { say(text: string): Promise<Reply | undefined> }

/** One interview, until the stakeholder ends it. @throws when a turn ends without a reply */
export async function play(scenario: Scenario, manner: Manner, interviewer: Interviewed): Promise<Interview> {
  const stakeholder = createStakeholder(scenario, manner)
  const turns: Turn[] = []
  try {
    for (let said: string | undefined = scenario.opening; said !== undefined; ) {
      const reply = await interviewer.say(said)
      if (!reply) throw new Error(`nothing was replied to: ${said}`)
      const turn = { reply: reply.text, ...stakeholder.answer(reply) }
      turns.push(turn)
      said = turn.said
    }
    return { turns, closed: turns.at(-1)?.end === "closed", ...(await interviewer.written()) }
  } finally {
    interviewer.close()
  }
}
