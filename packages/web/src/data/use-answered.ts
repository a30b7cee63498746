import type { Api, ChatEvents } from "@spec-wizard/client"
import { useEffect, useRef, useState } from "preact/hooks"
import type { SessionId } from "../session.ts"
import { type Answered, answeredBy, type TurnEnd } from "./answered.ts"

const PAGE = 500

/**
 * Who has answered so far: the page's own state does not keep the ends of turns, so the log is read, and read on as it grows. Undefined
 * until all of it was read.
 */
export function useAnswered(api: Api, sessionId: SessionId, appliedSeq: number): Answered | undefined {
  const [answered, setAnswered] = useState<Answered>()
  const read = useRef<Read>({ after: 0, turns: [] })
  useEffect(() => {
    const abort = new AbortController()
    readOn(api, sessionId, read.current, abort.signal).then(
      (turns) => setAnswered(answeredBy(turns)),
      () => undefined, // offline, most likely: then it is left unsaid
    )
    return () => abort.abort()
  }, [api, sessionId, appliedSeq])
  return answered
}

type Read = { after: number; turns: TurnEnd[] }
type Logged = Awaited<ReturnType<Api["sessions"]["events"]>>["events"][number]

async function readOn(api: Api, sessionId: SessionId, read: Read, signal: AbortSignal): Promise<TurnEnd[]> {
  for (;;) {
    const { events, next } = await api.sessions.events(sessionId, { after: read.after, limit: PAGE, signal })
    signal.throwIfAborted()
    read.turns.push(...events.filter(isTurnEnd))
    read.after = next ?? events.at(-1)?.seq ?? read.after
    if (next === undefined) return read.turns
  }
}

/** The client has checked the shape of every event that it knows; one that it does not know may be called the same. */
const isTurnEnd = (event: Logged): event is ChatEvents["turn.completed"] =>
  event.type === "turn.completed" && "usage" in event && "model" in event
