import { useEffect, useState } from "preact/hooks"
import { api } from "./api.ts"
import type { Export } from "./export.ts"

export type Downloads = {
  /** It is downloaded as soon as it can be, whether or not anybody still looks at it. */
  want: (id: Export["id"]) => void
  /** It was, without a press. */
  isDone: (id: Export["id"]) => boolean
}

export function useDownloads(sessionId: string, exports: readonly Export[]): Downloads {
  const [wanted, setWanted] = useState<readonly Export["id"][]>([])
  const [done, setDone] = useState<readonly Export["id"][]>([])
  useEffect(() => {
    const due = exports.filter(({ id, sizeBytes }) => sizeBytes !== undefined && wanted.includes(id))
    if (due.length === 0) return
    const ids = due.map(({ id }) => id)
    for (const id of ids) download(sessionId, id)
    setWanted((all) => all.filter((id) => !ids.includes(id)))
    setDone((all) => [...all, ...ids])
  }, [sessionId, exports, wanted])
  return { want: (id) => setWanted((all) => [...all, id]), isDone: (id) => done.includes(id) }
}

/** A link that says `download` opens no window and never leaves the page, not even when the file cannot be had. */
function download(sessionId: string, id: Export["id"]) {
  const link = document.createElement("a")
  link.href = api.sessions.downloadUrl(sessionId, id)
  link.download = "" // under the name that comes with the file
  link.click()
}
