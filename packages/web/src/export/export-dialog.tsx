import type { ChatState } from "@spec-wizard/client"
import { useState } from "preact/hooks"
import { Dialog } from "../dialog/dialog.tsx"
import type { SessionId } from "../session.ts"
import { exportWords } from "../words/export/words.ts"
import { AskForm } from "./ask-form.tsx"
import { Current } from "./current.tsx"
import { Earlier } from "./earlier.tsx"
import type { Export } from "./export.ts"
import { paperIn } from "./paper.ts"
import type { Downloads } from "./use-downloads.ts"
import { ask, type Choice } from "./wish.ts"

type Props = {
  sessionId: SessionId
  state: ChatState
  downloads: Downloads
  /** The one to begin with. */
  first: Export | undefined
  onClose: () => void
}

/** Asks for the document as a PDF, and shows what becomes of it. */
export function ExportDialog({ sessionId, state, downloads, first, onClose }: Props) {
  const { connection, document, exports, session } = state
  const [choice, setChoice] = useState<Choice>(() => ({ paper: paperIn(navigator.language), form: "full" }))
  const [shown, setShown] = useState(first)
  const current = shown && (exports.find(({ id }) => id === shown.id) ?? shown) // its first event may still be on its way

  const order = async (email?: string) => {
    const asked = await ask(sessionId, {
      ...choice,
      version: document?.version ?? 0,
      ...(email !== undefined && { email }),
    })
    if (email === undefined) downloads.want(asked.id)
    setShown(asked)
  }
  return (
    <Dialog name="export" heading={exportWords().heading} onClose={onClose}>
      {current ? (
        <Current
          key={current.id}
          sessionId={sessionId}
          one={current}
          connection={connection}
          isStarted={downloads.isDone(current.id)}
          onAgain={() => order(current.email)}
          onOther={() => setShown(undefined)}
        />
      ) : (
        <AskForm choice={choice} onChoose={setChoice} email={session?.email ?? ""} onAsk={order} />
      )}
      <Earlier sessionId={sessionId} exports={exports.filter(({ id }) => id !== current?.id)} onShow={setShown} />
    </Dialog>
  )
}
