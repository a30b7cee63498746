import type { Api } from "@spec-wizard/client"
import { useLazy } from "../lazy.ts"
import type { SessionId } from "../session.ts"
import type { Words } from "../words/wording.ts"

type Props = { api: Api; words: Words; sessionId: SessionId | undefined; onStart: () => void }

const load = () => import("../link/elsewhere.tsx").then(({ Elsewhere }) => Elsewhere)

/** The address is that of a conversation, and this browser may not open it. */
export function Gone({ api, words, sessionId, onStart }: Props) {
  const Elsewhere = useLazy(load)
  return (
    <div class="plain-page">
      <h1>{words.gone.heading}</h1>
      <p>{words.gone.text}</p>
      <p>
        <a class="button primary" href="/" onClick={onStart}>
          {words.gone.start}
        </a>
      </p>
      {Elsewhere && sessionId && <Elsewhere api={api} sessionId={sessionId} />}
    </div>
  )
}
