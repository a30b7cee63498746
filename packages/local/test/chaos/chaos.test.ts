import { setTimeout as wait } from "node:timers/promises"
import { expect, test } from "vitest"
import { broken } from "../faults/checker.ts"
import { dice } from "../faults/dice.ts"
import { ends, logOf, Witness } from "../faults/history.ts"
import { Stage } from "../faults/stage.ts"
import { until } from "../until.ts"

const VISITORS = 20
const MESSAGES = 3
/** `CHAOS_SEED` repeats one run. */
const seeds = process.env["CHAOS_SEED"]
  ? [Number(process.env["CHAOS_SEED"])]
  : [1, 2, 3].map((n) => n * (Date.now() % 1e6))

/** Everything at once, for as long as visitors talk: the promises hold in every history. */
test.each(seeds)("twenty visitors in a storm keep what they were promised (seed %i)", async (seed) => {
  const roll = dice(seed)
  const stage = await Stage.open()
  try {
    const visitors = await Promise.all(
      Array.from({ length: VISITORS }, async (_, n) => {
        const { api, sessionId, chat } = await stage.visitor()
        const second = stage.open(api, sessionId)
        const witnesses = [chat, second].map((each, m) => new Witness(`visitor ${n} on device ${m}`, each, 240_000))
        return { api, sessionId, witnesses }
      }),
    )
    stage.posts.rule = () => {
      const rolled = roll()
      if (rolled < 0.05) return { refuse: 500 }
      if (rolled < 0.1) return { loseAnswer: true }
      if (rolled < 0.15) return { double: true }
      if (rolled < 0.25) return { hold: wait(roll() * 300) }
      return undefined
    }
    stage.table.rule = () => {
      const rolled = roll()
      return rolled < 0.02 ? { refuse: 500 } : rolled < 0.04 ? { loseAnswer: true } : undefined
    }
    const storm = new AbortController()
    const seen = () =>
      visitors.flatMap(({ witnesses }) => witnesses).reduce((sum, { events }) => sum + events.length, 0)
    const weather = blow(stage, roll, seen, storm.signal)

    await Promise.all(
      visitors.map(async ({ witnesses }) => {
        for (let turn = 1; turn <= MESSAGES; turn++) {
          const sender = witnesses[turn % witnesses.length]
          await sender?.send(`Message ${turn}: we take about ${turn * 10} orders a day, and nobody keeps a list.`)
          await Promise.all(witnesses.map((each) => each.rest(turn)))
        }
      }),
    )
    storm.abort()
    await weather
    stage.posts.rule = stage.table.rule = () => undefined
    for (const { api, sessionId, witnesses } of visitors) {
      const log = await logOf(api, sessionId)
      await Promise.all(
        witnesses.map((each) => each.until(({ events }) => events.length >= log.length, "it has it all")),
      )
      expect(broken(log, witnesses)).toEqual([])
      expect(ends(log)).toHaveLength(MESSAGES)
    }
  } finally {
    await stage.close()
  }
})

/**
 * Kills workers, freezes them for longer than a lease, and now and then kills the server. After each blow the visitors get on by an event
 * each before the next: however slow the machine, the storm comes to an end.
 */
async function blow(stage: Stage, roll: () => number, seen: () => number, over: AbortSignal): Promise<void> {
  for (let next = 0; !over.aborted; next = seen() + VISITORS) {
    await until(() => over.aborted || seen() >= next)
    await wait(1_500 + roll() * 1_500, undefined, { signal: over }).catch(() => {})
    if (over.aborted) return
    const rolled = roll()
    if (rolled < 0.15) {
      await stage.killServer()
      await stage.startServer()
    } else if (rolled < 0.6) {
      const workers = stage.workers()
      stage.signal(workers[Math.floor(roll() * workers.length)], "SIGKILL")
    } else {
      const workers = stage.workers()
      const frozen = workers[Math.floor(roll() * workers.length)]
      stage.signal(frozen, "SIGSTOP")
      await wait(4_000)
      stage.signal(frozen, "SIGCONT")
    }
  }
}
