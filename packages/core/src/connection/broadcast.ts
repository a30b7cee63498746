import * as Event from "../event/event.ts"
import * as Log from "../log.ts"
import type * as ServerFrame from "../protocol/server-frame.ts"
import type * as Session from "../protocol/session.ts"
import * as Connection from "./connection.ts"
import type { Gateway } from "./gateway.ts"

type Deps = Event.Deps & { gateway: Gateway }

/** Larger events are not pushed: clients fetch them when a `synced` shows that something is missing. Bytes of UTF-8. */
export const MAX_EVENT_BYTES = 12_000

/** Appends, then tells every listener. The log is the truth: what could not be posted is found by `sync`. */
export async function publish(
  deps: Deps,
  sessionId: Session.ID,
  plan: Parameters<typeof Event.append>[2],
): Promise<Event.Appended> {
  const appended = await Event.append(deps, sessionId, plan)
  await broadcast(deps, sessionId, appended.events)
  return appended
}

/** Never throws. */
export async function broadcast(deps: Deps, sessionId: Session.ID, events: Event.Known[]): Promise<void> {
  try {
    await tell(deps, await Connection.listeners(deps, sessionId), events)
  } catch (error) {
    Log.warn("broadcast.failed", { sessionId }, error)
  }
}

/** In order to each listener, listeners in parallel. Never throws. */
export async function tell(deps: Deps, listeners: Connection.Info[], events: Event.Known[]): Promise<void> {
  const frames = events.map((event) => ({ type: "event", event }) as const).filter(fits)
  await Promise.all(
    listeners.map(async (listener) => {
      for (const frame of frames) if ((await Connection.post(deps, listener, frame)) !== "sent") return
    }),
  )
}

/** `events` frames that hold as many of the events as may be pushed, from the first on, each under the frame limit. */
export function pack(events: Event.Known[], headSeq: number): ServerFrame.Info[] {
  const frames: ServerFrame.Info[] = []
  let batch: Event.Known[] = []
  let bytes = 0
  for (const event of events) {
    const size = Buffer.byteLength(JSON.stringify(event)) + 1
    if (size > MAX_EVENT_BYTES) break
    if (bytes + size > MAX_EVENT_BYTES) {
      frames.push({ type: "events", events: batch, headSeq })
      batch = []
      bytes = 0
    }
    batch.push(event)
    bytes += size
  }
  if (batch.length > 0) frames.push({ type: "events", events: batch, headSeq })
  return frames
}

const fits = (frame: ServerFrame.Info) => Buffer.byteLength(JSON.stringify(frame)) <= MAX_EVENT_BYTES
