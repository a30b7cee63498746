import type { ChatState } from "@spec-wizard/client"
import { useEffect, useRef, useState } from "preact/hooks"
import type { Words } from "../words/wording.ts"
import { hasArrived } from "./arrived.ts"
import { newsOf } from "./news.ts"

/** A polite region of its own: once for each change of the document, or of what became of it, that arrives while the page is open. */
export function DocumentAnnouncer({ words, state }: { words: Words; state: ChatState }) {
  const [said, setSaid] = useState("")
  const before = useRef(state)
  useEffect(() => {
    const was = before.current
    before.current = state
    if (!hasArrived(was)) return
    newsOf(was, state, words).then(
      (news) => news && setSaid(news),
      () => undefined, // words that could not be fetched
    )
  }, [state, words])
  return (
    <div class="unseen news" role="status" aria-live="polite">
      {said}
    </div>
  )
}
