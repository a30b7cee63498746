import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../../src/house.ts"
import { Jar } from "../jar.ts"
import { code, mailed, newAddress } from "../keeper.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100000" } })
})
afterAll(() => house.stop())

/** Four times each of the eight ways below; `STORM_ROUNDS` plays more. */
const ROUNDS = Number(process.env["STORM_ROUNDS"] ?? 32)
const AT_ONCE = 256

test(`of ${AT_ONCE} redemptions at once one wins, ${ROUNDS} times over, whether by link, by link and code, or by address and code`, async () => {
  let [asking, sessionId, email] = [new Jar(house.url), "", ""]
  const wins = { link: 0, "link and code": 0, "address and code": 0 }
  for (let round = 0; round < ROUNDS; round++) {
    // Every second time the session is saved already, and nothing in its log changes any more.
    if (round % 2 === 0) {
      asking = new Jar(house.url)
      sessionId = await asking.begin()
      email = newAddress()
    }
    const { token, code: typed } = await mailed(house, asking, email, sessionId)
    const ways = [
      () => asking.redeem({ token }).then((answer) => ({ way: "link" as const, answer })),
      () =>
        new Jar(house.url).redeem({ token, code: typed }).then((answer) => ({ way: "link and code" as const, answer })),
      () =>
        new Jar(house.url)
          .redeem({ email, code: typed })
          .then((answer) => ({ way: "address and code" as const, answer })),
    ]
    // In some rounds everybody has the same way in, in the others all of them meet; at most five codes are ever compared.
    const wayOf = (index: number) => ways[round % 8 > 5 ? index % 3 : Math.floor((round % 8) / 2)]
    const fates = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => wayOf(index)?.()))
    const won = fates.filter((fate) => fate?.answer.status === 200)
    expect(won, `round ${round}`).toHaveLength(1)
    const lost = fates.filter((fate) => fate?.answer.status !== 200)
    expect(new Set(lost.map((fate) => fate && code(fate.answer)))).toEqual(new Set(["link.invalid"]))
    const [winner] = won
    if (winner) wins[winner.way]++
    if (round % 10 === 9) console.log(`${round + 1} rounds, won by`, wins)
  }
})
