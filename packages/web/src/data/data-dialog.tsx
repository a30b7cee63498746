import type { Api, ChatState } from "@spec-wizard/client"
import { useConfig } from "../config.ts"
import { day } from "../day.ts"
import { Dialog } from "../dialog/dialog.tsx"
import type { SessionId } from "../session.ts"
import { keepingWords } from "../words/keeping/words.ts"
import type { Words } from "../words/wording.ts"
import { Download } from "./download.tsx"
import { useAnswered } from "./use-answered.ts"
import { Who } from "./who.tsx"

type Props = { api: Api; words: Words; sessionId: SessionId; state: ChatState; title: string; onClose: () => void }

/** Who sees what was written, where it lies, until when; and all of it to take along. */
export function DataDialog({ api, words, sessionId, state, title, onClose }: Props) {
  const { data } = keepingWords()
  const config = useConfig(api)
  const { session, appliedSeq } = state
  const answered = useAnswered(api, sessionId, appliedSeq)
  return (
    <Dialog name="data" heading={data.heading} onClose={onClose}>
      <dl class="about">
        <div>
          <dt>{data.who}</dt>
          <dd>{config && answered && <Who words={words} config={config} answered={answered} />}</dd>
        </div>
        <div>
          <dt>{data.where}</dt>
          <dd>{session?.email ? data.saved(session.email) : data.here}</dd>
        </div>
        <div>
          <dt>{data.until}</dt>
          <dd>{session && data.erased(day(session.expiresAt))}</dd>
        </div>
      </dl>
      <div class="apart">
        <p>{data.file}</p>
        <Download api={api} sessionId={sessionId} title={title} label={data.download} />
      </div>
    </Dialog>
  )
}
