import { createApi, openChat } from "@spec-wizard/client"
import { startHouse } from "../../src/house.ts"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
import { openStandIn } from "../../src/stand-in/stand-in.ts"
import type { Line, Row } from "../row.ts"

const EXCHANGES = 100
const AT = [1, 10, 25, 50, 75, 100]
const BUDGET = 1.5

export const window: Row = {
  name: "window",
  title: "What is sent to a model, as the conversation grows",
  how: `Characters of the prompt (instructions, document, messages) in each of ${EXCHANGES} exchanges with a stand-in for Anthropic, answers of some forty words.
For information: what sending the whole conversation each time would take. The budget holds the last prompt against the 25th.`,
  async run(say) {
    const standIn = await openStandIn({ script: interviewing })
    const house = await startHouse({
      port: 0,
      env: {
        LIMIT_SCALE: "10000",
        MODEL_PROVIDER: "anthropic",
        MODEL_BASE_URL: standIn.baseUrls.anthropic,
        BUDGET_SESSION_USD: "1000",
        BUDGET_IP_DAY_USD: "1000",
        BUDGET_DAY_USD: "1000",
      },
    })
    const api = createApi({ baseUrl: house.url })
    const { session } = await api.sessions.create({ locale: "en" })
    const chat = openChat({ api, sessionId: session.id })
    try {
      const sent: number[] = []
      const whole: number[] = []
      for (let exchange = 1; exchange <= EXCHANGES; exchange++) {
        if (exchange % 20 === 0) say(`exchange ${exchange} of ${EXCHANGES}`)
        const ended = new Promise((resolve) => chat.on("turn.completed", resolve))
        const before = standIn.calls.length
        await chat.send(
          `Answer ${exchange}: ${"our customers of the two shops want bread and cakes on Saturdays. ".repeat(4)}`,
        )
        await ended
        const [first] = standIn.calls.slice(before).filter(({ call }) => call.tools.length > 0)
        if (!first) throw new Error("the model was not asked")
        const { system, messages } = first.call
        sent.push(system.length + messages.reduce((sum, { text }) => sum + text.length, 0))
        whole.push(system.length + chat.state.messages.reduce((sum, { text }) => sum + text.length, 0))
      }
      return lines(sent, whole)
    } finally {
      chat.close()
      await house.stop()
      await standIn.close()
    }
  },
}

function lines(sent: number[], whole: number[]): Line[] {
  const at = (values: number[], exchange: number) => values[exchange - 1] ?? Number.NaN
  const [mid, last] = [at(sent, 25), at(sent, EXCHANGES)]
  return [
    ...AT.map((exchange) => ({
      what: `exchange ${exchange}`,
      measured: `${at(sent, exchange)} characters`,
      floor: `all messages and no document: ${at(whole, exchange)}`,
    })),
    {
      what: "the last against the 25th",
      measured: `${last} characters`,
      floor: `${mid}`,
      ratio: last / mid,
      budget: `≤ ${BUDGET} ×`,
      met: last / mid <= BUDGET,
    },
  ]
}
