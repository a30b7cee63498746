import { iso } from "@spec-wizard/core/clock"
import * as Connection from "@spec-wizard/core/connection"
import * as Broadcast from "@spec-wizard/core/connection/broadcast"
import * as Event from "@spec-wizard/core/event"
import type * as ClientFrame from "@spec-wizard/core/protocol/client-frame"
import * as ServerFrame from "@spec-wizard/core/protocol/server-frame"
import * as Session from "@spec-wizard/core/session"
import * as Turn from "@spec-wizard/core/turn"
import * as Recover from "@spec-wizard/core/turn/recover"
import type { Deps } from "./deps.ts"
import { prefix } from "./prefix.ts"

/** Events pushed in one answer; what lies beyond is fetched over HTTP. */
const NEAREST = 200

/** `welcome` first, then the connection hears what happens, then what it missed: a push before `welcome` would be a frame too early. */
export async function welcome(deps: Deps, connection: Connection.Info, hello: ClientFrame.Hello): Promise<void> {
  const head = await Session.get(deps, connection.sessionId)
  await Connection.post(deps, connection, {
    type: "welcome",
    sessionId: head.id,
    logId: head.logId,
    headSeq: head.headSeq,
    now: iso(deps.clock.now()),
    reconnectSpreadMs: deps.settings.reconnectSpreadMs,
  })
  await Connection.ready(deps, connection)
  const sameLog = hello.logId === undefined || hello.logId === head.logId
  await catchUp(deps, connection, sameLog && hello.lastSeq <= head.headSeq ? hello.lastSeq : 0)
}

/** What a connection missed after `lastSeq`: events, the running reply so far, `synced`. Then a turn left behind is taken care of. */
export async function catchUp(deps: Deps, connection: Connection.Info, lastSeq: number): Promise<void> {
  const { sessionId } = connection
  const head = await Session.get(deps, sessionId)
  const missed = lastSeq < head.headSeq
  const events = missed ? await Event.list(deps, sessionId, { after: lastSeq, limit: NEAREST }) : []
  const headSeq = Math.max(head.headSeq, events.at(-1)?.seq ?? 0)
  for (const frame of Broadcast.pack(events, headSeq)) await Connection.post(deps, connection, frame)

  const turn = head.turnId && (await Turn.get(deps, sessionId, head.turnId))
  if (turn && turn.status === "running") {
    const text = prefix(turn.text ?? "", ServerFrame.MAX_TEXT_BYTES)
    await Connection.post(deps, connection, { type: "turn", turnId: turn.id, attempt: turn.attempt, text })
  }
  await Connection.post(deps, connection, { type: "synced", headSeq })
  if (turn) await Recover.recover(deps, sessionId, turn.id)
}
