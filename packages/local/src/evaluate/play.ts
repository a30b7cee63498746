import { createApi, openChat } from "@spec-wizard/client"
import type * as Event from "@spec-wizard/core/protocol/event"
import type { SpecificationState } from "@spec-wizard/core/protocol/http"
import type * as Message from "@spec-wizard/core/protocol/message"
import { exchange } from "../talk/exchange.ts"
import type { Screen } from "../talk/screen.ts"
import type { Brief } from "./brief.ts"
import { createVisitor } from "./visitor.ts"

/** All that is known of a conversation when it is over. */
export type Played = {
  messages: readonly Message.Info[]
  ends: Ended[]
  specification: SpecificationState
  repeated: readonly string[]
  seconds: number
}

type Ended = Extract<Event.Known, { type: (typeof Event.ENDS)[number] }>

/** The brief's messages, then answers to what is asked, at most `turns` of them, then "that's all". */
export async function play(brief: Brief, at: { url: string; turns: number; screen: Screen }): Promise<Played> {
  const begun = performance.now()
  const api = createApi({ baseUrl: at.url })
  const { session } = await api.sessions.create({ locale: brief.language })
  const chat = openChat({ api, sessionId: session.id })
  const ends: Ended[] = []
  for (const type of ["turn.completed", "turn.failed", "turn.stopped"] as const)
    chat.on(type, (event) => ends.push(event))
  const visitor = createVisitor(brief)
  const say = async (text: string) => {
    at.screen.visitor(text)
    const { message } = await exchange(chat, text, at.screen)
    return message?.text ?? ""
  }
  try {
    let reply = ""
    for (const text of brief.messages) reply = await say(text)
    for (let turn = 0; turn < at.turns; turn++) {
      const answer = visitor.answer(reply)
      if (answer === undefined) break
      reply = await say(answer)
    }
    await say(visitor.finish)
    const { specification } = await api.sessions.get(session.id)
    const seconds = (performance.now() - begun) / 1000
    return { messages: chat.state.messages, ends, specification, repeated: visitor.repeated, seconds }
  } finally {
    chat.close()
  }
}
