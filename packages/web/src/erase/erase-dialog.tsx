import type { Api, ChatState } from "@spec-wizard/client"
import type { VNode } from "preact"
import { Failure } from "../call/failure.tsx"
import { Progress } from "../call/progress.tsx"
import { useCall } from "../call/use-call.ts"
import { Download } from "../data/download.tsx"
import { Dialog } from "../dialog/dialog.tsx"
import type { SessionId } from "../session.ts"
import { keepingWords } from "../words/keeping/words.ts"
import type { Words } from "../words/wording.ts"
import { Deleted } from "./deleted.tsx"

type Props = {
  api: Api
  words: Words
  sessionId: SessionId
  state: ChatState
  title: string
  onClose: () => void
  onLeave: (page: VNode) => void
}

/** Says what goes before it goes. Whoever only presses Enter has cancelled. */
export function EraseDialog({ api, words, sessionId, state, title, onClose, onLeave }: Props) {
  const { erase, cancel } = keepingWords()
  const call = useCall()
  const confirm = async () => {
    if (await call.run(() => api.sessions.erase(sessionId))) onLeave(<Deleted words={words} sessionId={sessionId} />)
  }
  return (
    <Dialog name="erase" heading={erase.heading} onClose={onClose}>
      <p>{erase.lead}</p>
      <ul class="points">
        <li>{erase.conversation}</li>
        {state.document && <li>{erase.document}</li>}
        <li>{erase.access}</li>
        <li>{erase.unsent}</li>
      </ul>
      <p>
        <strong>{erase.final}</strong>
      </p>
      <Download api={api} sessionId={sessionId} title={title} label={erase.first} />
      <div class="row apart">
        <form method="dialog">
          <button type="submit" class="button" data-first>
            {cancel}
          </button>
        </form>
        <button type="button" class="button danger" onClick={confirm}>
          {erase.confirm}
        </button>
        <Progress call={call} words={erase.erasing} />
      </div>
      <Failure problem={call.problem} />
    </Dialog>
  )
}
