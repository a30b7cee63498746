import { afterEach, expect, test } from "vitest"
import { broken } from "./checker.ts"
import { ends, logOf, Witness } from "./history.ts"
import { Stage } from "./stage.ts"

let stage: Stage
afterEach(() => stage.close())

const BRIEF = "We run a bakery with two shops and want orders online, at most 150 on Saturdays."

test("eight visitors, and the server killed three times: every acknowledged message is there once, every turn ended once", async () => {
  stage = await Stage.open()
  const visitors = await Promise.all(
    Array.from({ length: 8 }, async (_, n) => {
      const { api, sessionId, chat } = await stage.visitor()
      return { api, sessionId, first: new Witness(`visitor ${n}`, chat) }
    }),
  )
  const talking = visitors.map(async ({ first }) => {
    for (const turn of [1, 2, 3]) {
      await first.send(turn === 1 ? BRIEF : `Answer number ${turn}.`)
      await first.rest(turn)
    }
  })
  for (let kills = 0; kills < 3; kills++) {
    await visitors[kills]?.first.until(({ events }) => ends(events).length >= kills, `kill ${kills + 1} is due`)
    await stage.killServer()
    await stage.startServer()
  }
  await Promise.all(talking)
  for (const { api, sessionId, first } of visitors) expect(broken(await logOf(api, sessionId), [first])).toEqual([])
})
