import * as z from "zod/mini"
import { child } from "../child.ts"
import type { Line, Row } from "../row.ts"
import { median, spread } from "../statistics.ts"

const RUNS = 3
const RUN_MS = 1_500

/**
 * serverless-offline 14.8.2 cannot be installed beside this project. These are frames a second of one run of it and of a direct socket
 * on another machine, by number of clients: what counts is the one as a share of the other.
 */
const PEER = [
  { clients: 1, serverlessOffline: 169, direct: 18_332 },
  { clients: 20, serverlessOffline: 18, direct: 42_292 },
]
const TIMES = 5

export const echo: Row = {
  name: "echo",
  title: "Local echo",
  how: `Frames a second from client to gateway, handler and SDK and back to the client, in the local house, against a bare \`ws\` echo. Server and
clients are processes of their own; every client waits for its frame before it sends the next. ${RUNS} runs of ${RUN_MS / 1_000} s each, in turns. The budget
is ${TIMES} times serverless-offline. **serverless-offline itself was not run here**: it was measured once, on another machine, at
169 and 18 frames a second (1 and 20 clients) where a direct socket did 18,332 and 42,292, so the budget is ${TIMES} times its share of the direct
socket.`,
  async run(say) {
    const house = child("echo-house")
    const direct = child("echo-direct")
    try {
      const [own, floor] = await Promise.all([address(house), address(direct)])
      const lines: Line[] = []
      for (const peer of PEER) {
        const [ours, held]: [Echoed[], Echoed[]] = [[], []]
        for (let run = 1; run <= RUNS; run++) {
          say(`${peer.clients} ${peer.clients === 1 ? "client" : "clients"}, ${run} of ${RUNS}`)
          ours.push(await echoed(own, peer.clients))
          held.push(await echoed(floor, peer.clients))
        }
        lines.push(lineOf(peer, ours, held))
      }
      return lines
    } finally {
      await Promise.all([house.stop(), direct.stop()])
    }
  },
}

const Echoed = z.object({ perSecond: z.number(), medianMs: z.number() })
type Echoed = z.infer<typeof Echoed>

async function echoed(url: string, clients: number): Promise<Echoed> {
  const process = child("echo-clients", [url, String(clients), String(RUN_MS)])
  try {
    return Echoed.parse(await process.told())
  } finally {
    await process.stop()
  }
}

const address = async (server: ReturnType<typeof child>): Promise<string> => z.string().parse(await server.told())

function lineOf(peer: (typeof PEER)[number], ours: Echoed[], held: Echoed[]): Line {
  const rate = (runs: Echoed[]) => runs.map(({ perSecond }) => perSecond)
  const ratio = median(rate(ours)) / median(rate(held))
  const budget = (TIMES * peer.serverlessOffline) / peer.direct
  return {
    what: `${peer.clients} ${peer.clients === 1 ? "client" : "clients"}`,
    measured: `${spread(rate(ours), "/s", 0)}, p50 ${median(ours.map(({ medianMs }) => medianMs)).toFixed(1)} ms`,
    floor: `direct: ${spread(rate(held), "/s", 0)}`,
    ratio,
    budget: `≥ ${budget < 0.01 ? budget.toFixed(5) : budget.toFixed(4)} of the direct socket (${TIMES} × serverless-offline)`,
    met: ratio >= budget,
  }
}
