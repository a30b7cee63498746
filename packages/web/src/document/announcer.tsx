import type { ChatState } from "@spec-wizard/client"
import { empty } from "@spec-wizard/core/specification/schema"
import { useEffect, useRef, useState } from "preact/hooks"
import type { Words } from "../words/words.ts"
import { hasArrived } from "./arrived.ts"
import { counted, difference } from "./versions.ts"

/** A polite region of its own: once for each change of the document that arrives while the page is open. */
export function DocumentAnnouncer({ words, state }: { words: Words; state: ChatState }) {
  const [said, setSaid] = useState("")
  const before = useRef(state)
  useEffect(() => {
    const was = before.current
    before.current = state
    if (!state.document || state.document === was.document || !hasArrived(was)) return
    const counts = words.sides.counts(counted(difference(was.document ?? empty("en"), state.document)))
    if (counts) setSaid(words.sides.grown(counts))
  }, [state, words])
  return (
    <div class="unseen news" role="status" aria-live="polite">
      {said}
    </div>
  )
}
