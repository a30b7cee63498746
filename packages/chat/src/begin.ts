import * as Connection from "@spec-wizard/core/connection"
import * as Broadcast from "@spec-wizard/core/connection/broadcast"
import * as Log from "@spec-wizard/core/log"
import { seal } from "@spec-wizard/core/secret/seal"
import type * as Turn from "@spec-wizard/core/turn"
import type { Deps } from "./deps.ts"

/** What follows an accepted message: its reply first, because a vanished client must not stop it, then the answer, then the others. */
export async function begin(
  deps: Deps,
  connection: Connection.Info,
  accepted: Turn.Accepted,
  key?: Turn.Key,
): Promise<void> {
  const { sessionId } = connection
  const { turnId } = accepted.ack
  if (accepted.fresh)
    await deps.start({ sessionId, turnId, ...(key && { key: sealed(deps, key, turnId) }) }).catch((error: unknown) => {
      Log.warn("reply.start_failed", { sessionId, turnId }, error) // sync or the sweeper starts it again
    })
  await Connection.post(deps, connection, accepted.ack)
  if (accepted.events.length > 0) await Broadcast.broadcast(deps, sessionId, accepted.events)
}

/** It crosses to the worker, and nobody in between can read it. */
const sealed = ({ sealKey, clock }: Deps, key: Turn.Key, turnId: Turn.ID): string =>
  seal(sealKey, JSON.stringify(key), { use: turnId, now: clock.now() })
