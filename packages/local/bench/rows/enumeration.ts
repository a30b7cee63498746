import { randomInt } from "node:crypto"
import { createApi } from "@spec-wizard/client"
import { type House, startHouse } from "../../src/house.ts"
import type { Line, Row, Say } from "../row.ts"
import { random, spread } from "../statistics.ts"

const ADDRESSES = 100
const REQUESTS = 500

/** How far from a coin's toss the guess "the slower one is known" may be. */
const TOLERANCE = 0.05

export const enumeration: Row = {
  name: "enumeration",
  title: "What the time of an answer tells about an address",
  how: `${REQUESTS} requests each for ${ADDRESSES} addresses under which something is saved, and for ${ADDRESSES} that nobody ever used, in one random order, each
from a browser of its own, in the local house; once asking for links, once trying codes. The figure is that of the rank test of Mann and Whitney:
how often a request for a known address took longer than one for an unknown address. 0.5 tells nothing.`,
  async run(say) {
    const house = await startHouse({ port: 0, env: { LIMIT_SCALE: "1000000" } })
    const seed = randomInt(2 ** 31)
    try {
      say(`saving under ${ADDRESSES} addresses, seed ${seed}`)
      const known: string[] = []
      for (let index = 0; index < ADDRESSES; index++) known.push(await saved(house, `known-${index}@example.com`))
      house.clock.advance(3_600_000) // what was asked for to save it is over
      const unknown = known.map((_, index) => `other-${index}@example.com`)
      const asked = { what: "asking for a link", path: "/v1/magic-links", body: (email: string) => ({ email }) }
      const tried = {
        what: "trying a code",
        path: "/v1/magic-links/redeem",
        body: (email: string) => ({ email, code: "0000-0000" }),
      }
      return [
        await compared(house, asked, known, unknown, seed, say),
        await compared(house, tried, known, unknown, seed, say),
      ]
    } finally {
      await house.stop()
    }
  },
}

async function saved(house: House, email: string): Promise<string> {
  const api = createApi({ baseUrl: house.url })
  const { session } = await api.sessions.create()
  const mail = house.mailbox.next(email)
  await api.links.request({ email, sessionId: session.id })
  const code = /^ +([0-9A-Z]{4}-[0-9A-Z]{4})$/m.exec((await mail).text)?.[1] ?? ""
  await api.links.redeem({ email, code })
  return email
}

type Question = { what: string; path: string; body: (email: string) => object }

async function compared(
  house: House,
  { what, path, body }: Question,
  known: string[],
  unknown: string[],
  seed: number,
  say: Say,
): Promise<Line> {
  const dice = random(seed)
  const order = Array.from({ length: 2 * REQUESTS }, (_, index) => ({ isKnown: index % 2 === 0, at: dice() }))
  const times: { isKnown: boolean; ms: number }[] = []
  let count = 0
  for (const { isKnown } of order.sort((a, b) => a.at - b.at)) {
    if (++count % 100 === 0) say(`${what}, ${count} of ${2 * REQUESTS}`)
    const email = (isKnown ? known : unknown)[Math.floor(dice() * ADDRESSES)] ?? ""
    const startedAt = performance.now()
    const answer = await fetch(house.url + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body(email)),
    })
    await answer.arrayBuffer()
    times.push({ isKnown, ms: performance.now() - startedAt })
  }
  const share = longer(times)
  const of = (wanted: boolean) => times.filter(({ isKnown }) => isKnown === wanted).map(({ ms }) => ms)
  return {
    what,
    measured: `known ${spread(of(true), "ms")}, took longer in ${share.toFixed(3)} of all pairs`,
    floor: `unknown ${spread(of(false), "ms")}`,
    budget: `0.5 ± ${TOLERANCE}`,
    met: Math.abs(share - 0.5) <= TOLERANCE,
  }
}

/** Of all pairs of a known and an unknown one, the share in which the known one took longer: U / (n × m). */
function longer(times: { isKnown: boolean; ms: number }[]): number {
  let unknown = 0
  let pairs = 0
  for (const { isKnown } of [...times].sort((a, b) => a.ms - b.ms))
    if (isKnown) pairs += unknown
    else unknown++
  return pairs / (unknown * (times.length - unknown))
}
