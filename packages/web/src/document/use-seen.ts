import type { ChatState } from "@spec-wizard/client"
import { useEffect, useMemo, useRef, useState } from "preact/hooks"
import { keep, recall } from "../storage.ts"
import { hasArrived } from "./arrived.ts"
import { type Counts, counted, difference, documentAt, total } from "./versions.ts"

export type Seen = {
  /** What has changed between the last visit and this one, until it is waved away. */
  since: { from: number; to: number; counts: Counts } | undefined
  dismiss: () => void
  /** Lines added after this version are new to the reader. */
  newAfter: number
  /** Lines that have changed since the document was last looked at. */
  unseen: number
}

const seenOf = (sessionId: string) => `seen.${sessionId}`

/** Which version of the document its reader knows; kept in the browser, by session. `isLooking`: the document is on the screen. */
export function useSeen(sessionId: string | undefined, state: ChatState, isLooking: boolean): Seen {
  const { document, patches } = state
  const version = document?.version ?? 0
  const lastVisit = useMemo(() => (sessionId === undefined ? undefined : known(recall(seenOf(sessionId)))), [sessionId])
  const arrival = useRef<number>(undefined)
  if (arrival.current === undefined && hasArrived(state)) arrival.current = version
  const [isDismissed, setDismissed] = useState(false)
  const [looked, setLooked] = useState<number>()

  useEffect(() => {
    const look = () => {
      if (!isLooking || sessionId === undefined || version === 0 || globalThis.document.hidden) return
      setLooked(version)
      keep(seenOf(sessionId), String(version))
    }
    look()
    addEventListener("visibilitychange", look)
    return () => removeEventListener("visibilitychange", look)
  }, [isLooking, sessionId, version])

  const to = arrival.current
  const since = useMemo(() => {
    if (isDismissed || lastVisit === undefined || to === undefined || lastVisit >= to) return undefined
    const counts = counted(difference(documentAt(patches, lastVisit), documentAt(patches, to)))
    return total(counts) > 0 ? { from: lastVisit, to, counts } : undefined
  }, [isDismissed, lastVisit, to, patches])

  const unseen = useMemo(() => {
    const from = looked ?? lastVisit ?? 0
    return !document || from >= version ? 0 : total(counted(difference(documentAt(patches, from), document)))
  }, [looked, lastVisit, document, version, patches])

  const latest = to !== undefined && version > to ? version - 1 : version
  // Where everything is new, nothing needs to be marked.
  const newAfter = (since?.from ?? latest) || version
  return { since, dismiss: () => setDismissed(true), newAfter, unseen }
}

const known = (kept: string | undefined): number | undefined => (/^\d+$/.test(kept ?? "") ? Number(kept) : undefined)
