import { execFile } from "node:child_process"
import { promisify } from "node:util"
import type { Row } from "../row.ts"
import { serve } from "../served.ts"
import { median, spread } from "../statistics.ts"

const RUNS = 7
const MAX_STARTS = 12
const BUDGET_MS = 1_000

export const start: Row = {
  name: "start",
  title: "Start of the local house",
  how: `\`pnpm start\` without pnpm: from the start of the process, installed and with the page built, to the first healthy answer of
\`/v1/health\`, with an empty data directory. ${RUNS} starts after a first one, in turns with a Node process that does nothing. A start that had to build the
page because its sources had just changed is done again.`,
  async run(say) {
    const [times, floor]: [number[], number[]] = [[], []]
    for (let started = 0; times.length < RUNS && started < MAX_STARTS; started++) {
      say(`start ${times.length + 1} of ${RUNS}`)
      const house = await serve()
      await house.stop()
      if (started === 0 || house.built) continue // the first one warms the file cache, and the page may not be built yet
      times.push(house.startMs)
      const startedAt = performance.now()
      await promisify(execFile)(process.execPath, ["--eval", "0"])
      floor.push(performance.now() - startedAt)
    }
    return [
      {
        what: "process start to serving",
        measured: spread(times, "ms", 0),
        floor: `empty process: ${spread(floor, "ms", 0)}`,
        ratio: median(times) / median(floor),
        budget: `≤ ${BUDGET_MS} ms`,
        met: median(times) <= BUDGET_MS,
      },
    ]
  },
}
