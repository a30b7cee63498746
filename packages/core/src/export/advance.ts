import * as Broadcast from "../connection/broadcast.ts"
import type { Gateway } from "../connection/gateway.ts"
import type * as Event from "../event/event.ts"
import type * as Export from "../protocol/export.ts"
import { SessionNotFoundError } from "../session/error.ts"
import type * as Session from "../session/session.ts"
import { ExportNotFoundError } from "./error.ts"
import { get } from "./export.ts"
import type { Stored } from "./item.ts"
import type { Step } from "./step.ts"

export type Deps = Event.Deps & { gateway: Gateway }

/** Which one. */
export type Of = { sessionId: Session.ID; exportId: Export.ID }

export type Outcome = "done" | "nothing" | "gone"

/**
 * Takes a step of an export and tells everybody. `plan` sees it and its session's head afresh on every try; nothing is done when it gives
 * undefined, or when either of them is gone.
 */
export async function advance(
  deps: Deps,
  { sessionId, exportId }: Of,
  plan: (stored: Stored, head: Session.Head) => Step | undefined | Promise<Step | undefined>,
): Promise<Outcome> {
  try {
    await Broadcast.publish(deps, sessionId, async (head) => {
      const step = await plan(await get(deps, sessionId, exportId), head)
      if (!step) throw new NothingToDoError()
      return step
    })
    return "done"
  } catch (error) {
    if (error instanceof NothingToDoError) return "nothing"
    if (error instanceof SessionNotFoundError || error instanceof ExportNotFoundError) return "gone"
    throw error
  }
}

class NothingToDoError extends Error {}
