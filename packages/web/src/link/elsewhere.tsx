import type { Api } from "@spec-wizard/client"
import "../style/dialog.css"
import type { SessionId } from "../session.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { Ask } from "./ask.tsx"
import { enter } from "./wanted.ts"

/** The way to a conversation that this browser may not open, for whoever has saved it. */
export function Elsewhere({ api, sessionId }: { api: Api; sessionId: SessionId }) {
  const { link } = keepingWords()
  return (
    <section class="apart">
      <h2>{link.elsewhere}</h2>
      <Ask api={api} purpose="open" sessionId={sessionId} onOpened={(session) => enter(api, session)} />
    </section>
  )
}
