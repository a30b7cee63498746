import { createSession } from "@spec-wizard/core/access/create-session"
import type { Clock } from "@spec-wizard/core/clock"
import * as Connection from "@spec-wizard/core/connection"
import * as Ticket from "@spec-wizard/core/connection/ticket"
import * as Event from "@spec-wizard/core/event"
import * as Id from "@spec-wizard/core/id"
import * as Session from "@spec-wizard/core/session"
import * as Settings from "@spec-wizard/core/settings"
import * as Specification from "@spec-wizard/core/specification"
import { Table } from "@spec-wizard/core/table"
import * as Turn from "@spec-wizard/core/turn"
import * as End from "@spec-wizard/core/turn/end"
import * as Worker from "@spec-wizard/core/turn/worker"
import { guided } from "@spec-wizard/interviewer/guided"
import { startDynamoDB } from "../../src/engine/dynamodb.ts"
import { ensureTable } from "../../src/engine/table.ts"
import { environment, setEnvironment, TABLE_NAME } from "../../src/environment.ts"
import { visitorSays, WIZARD_SAYS } from "../conversation.ts"
import { metered, type Units } from "../metered.ts"
import type { Line, Row } from "../row.ts"
import { mean } from "../statistics.ts"

const EXCHANGES = 500
/** One a second while 300 tokens stream at 60 a second. */
const HEARTBEATS = 5
/** By number of the exchange, which is two messages. */
const WINDOWS = [
  { messages: "1–20", from: 0, to: 10 },
  { messages: "490–510", from: 244, to: 255 },
  { messages: "980–1,000", from: 489, to: 500 },
] as const
const BUDGET = 32
const GROWTH = 1.1

type Deps = { table: Table; clock: Clock; settings: Settings.Settings }
/** What one exchange cost. */
type Cost = Record<Phase, Units> & { learnedBytes: number }
const PHASES = ["accept", "lease", "beats", "end"] as const
type Phase = (typeof PHASES)[number]
/** What the interviewer gave beside the text. */
type Heard = Pick<End.Outcome, "learned" | "changes" | "choices" | "transcript">

export const writeUnits: Row = {
  name: "write-units",
  title: "Capacity of an exchange",
  how: `One conversation of ${(2 * EXCHANGES).toLocaleString("en")} messages through the verbs of core, in the capacity that the engine counts (in
a transaction twice, the index once): about 400 bytes of the visitor, what the guided interviewer learns from them, a reply of 1.5 KB with ${HEARTBEATS} checkpoints, limits counted. An exchange is a
message and its reply.`,
  async run(say) {
    const engine = await startDynamoDB({})
    const restore = setEnvironment(
      environment({}, { port: engine.port, dynamodb: engine.endpoint, files: engine.endpoint }),
    )
    try {
      await ensureTable(engine.endpoint, TABLE_NAME)
      const { client, units } = metered(engine.endpoint)
      let at = Date.now()
      const clock = { now: () => at }
      const deps: Deps = { clock, settings: Settings.parse({}), table: new Table({ name: TABLE_NAME, clock, client }) }
      const connection = await opened(deps)
      const costs: Cost[] = []
      for (let exchange = 0; exchange < EXCHANGES; exchange++) {
        if (exchange % 100 === 0) say(`message ${2 * exchange + 1} of ${2 * EXCHANGES}`)
        costs.push(await exchanged(deps, connection, exchange, units, (ms) => (at += ms)))
      }
      client.destroy()
      return report(costs)
    } finally {
      restore()
      await engine.stop()
    }
  },
}

async function opened(deps: Deps): Promise<Connection.Info> {
  const deviceId = Id.create("dev", deps.clock.now())
  const session = await createSession(deps, { device: { id: deviceId, name: "" } })
  const { ticket } = await Ticket.issue(deps, { sessionId: session.id, deviceId, bearer: true })
  const grant = await Ticket.find(deps, ticket)
  const connectionId = "bench="
  if (!grant || !(await Connection.open(deps, { ticket, connectionId, grant }))) throw new Error("no connection")
  const connection = await Connection.get(deps, connectionId)
  if (!connection) throw new Error("no connection")
  await Connection.ready(deps, connection)
  return connection
}

/** The table's part of what the handlers `sendMessage` and `reply` do. */
async function exchanged(
  deps: Deps,
  { connectionId, sessionId }: Connection.Info,
  exchange: number,
  units: Units,
  pass: (ms: number) => void,
): Promise<Cost> {
  const before = { ...units }
  const spent = (): Units => {
    const cost = { writes: units.writes - before.writes, reads: units.reads - before.reads }
    Object.assign(before, units)
    return cost
  }

  pass(20_000)
  await Connection.get(deps, connectionId)
  const frame = { action: "sendMessage", id: `message-${exchange}`, text: visitorSays(exchange) } as const
  const { ack } = await Turn.accept(deps, { sessionId, ip: "192.0.2.1" }, frame)
  await Connection.listeners(deps, sessionId)
  const accept = spent()

  const taken = await Worker.lease(deps, sessionId, ack.turnId)
  if (!taken) throw new Error("the turn could not be leased")
  const beside = await heard(deps, taken.turn)
  await Connection.listeners(deps, sessionId)
  const lease = spent()

  for (let beat = 1; beat <= HEARTBEATS; beat++) {
    pass(1_000)
    await Worker.heartbeat(deps, taken.turn, WIZARD_SAYS.slice(0, (WIZARD_SAYS.length * beat) / HEARTBEATS))
    await Connection.listeners(deps, sessionId)
  }
  const beats = spent()

  const usage = { inputTokens: 0, outputTokens: 0, costUsd: 0 }
  const said = {
    status: "completed",
    text: WIZARD_SAYS,
    usage,
    speaker: { model: "guided", promptVersion: "guided-1" },
  } as const
  const events = await End.end(deps, taken.turn, { ...said, ...beside })
  for (const event of events)
    if (event.type === "specification.patched") await Specification.keep(deps, sessionId, event.version)
  await Connection.listeners(deps, sessionId)
  const learnedBytes = Buffer.byteLength(JSON.stringify(beside.learned))
  return { accept, lease, beats, end: spent(), learnedBytes }
}

async function heard(deps: Deps, turn: Turn.Stored): Promise<Heard> {
  const { sessionId, messageSeq } = turn
  const session = await Session.get(deps, sessionId)
  const transcript = await Event.transcript(deps, sessionId, { upTo: messageSeq, limit: 20 })
  const memory = await Worker.memory(deps, turn)
  const message = transcript.at(-1)
  if (!message) throw new Error("a turn without its message")
  const document = () => Specification.load(deps, session)
  const context = { session, message, transcript, memory, document }
  const all: Heard = { transcript }
  for await (const part of guided({ pace: 0 }).reply(context, new AbortController().signal)) {
    if (part.type === "learned") {
      all.learned = { memory: part.memory }
      if (part.changes) all.changes = part.changes
    }
    if (part.type === "choices") all.choices = part.choices
  }
  return all
}

function report(costs: Cost[]): Line[] {
  const sum = (cost: Cost, kind: keyof Units) => PHASES.reduce((total, phase) => total + cost[phase][kind], 0)
  const writes = costs.map((cost) => sum(cost, "writes"))
  const windows = WINDOWS.map(({ messages, from, to }) => {
    const own = costs.slice(from, to)
    const parts = PHASES.map((phase) => `${phase} ${mean(own.map((cost) => cost[phase].writes)).toFixed(1)}`).join(", ")
    const units = mean(writes.slice(from, to))
    return { messages, own, parts, units }
  })
  const [first, , last] = windows
  if (!first || !last) throw new Error("no windows")
  return [
    ...windows.map(({ messages, parts, units }) => ({
      what: `write units of an exchange, messages ${messages}`,
      measured: `${units.toFixed(1)} on average (${parts})`,
      budget: `≤ ${BUDGET}`,
      met: units <= BUDGET,
    })),
    {
      what: "write units: last against first",
      measured: `${last.units.toFixed(1)}, at most ${Math.max(...writes)} in one exchange`,
      floor: `first: ${first.units.toFixed(1)}`,
      ratio: last.units / first.units,
      budget: `≤ ${GROWTH} ×`,
      met: last.units / first.units <= GROWTH,
    },
    ...windows.map(({ messages, own }) => ({
      what: `read units of an exchange, messages ${messages}`,
      measured: `${mean(own.map((cost) => sum(cost, "reads"))).toFixed(1)} on average`,
    })),
    ...windows.map(({ messages, own }) => ({
      what: `learned from one message, messages ${messages}`,
      measured: `${(mean(own.map((cost) => cost.learnedBytes)) / 1024).toFixed(1)} KB on average`,
    })),
  ]
}
