import type { Api, ChatState } from "@spec-wizard/client"
import { useState } from "preact/hooks"
import { useConfig } from "../config.ts"
import { Dialog } from "../dialog/dialog.tsx"
import { Ask } from "../link/ask.tsx"
import type { Opened } from "../link/wanted.ts"
import { pathOf, type SessionId } from "../session.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { Saved } from "./saved.tsx"

type Props = { api: Api; sessionId: SessionId; state: ChatState; onClose: () => void }

/** Saves the conversation to an address; and once it is, wherever the link was opened, says so. */
export function SaveDialog({ api, sessionId, state, onClose }: Props) {
  const words = keepingWords().save
  const [opened, setOpened] = useState<Opened>()
  const saved = state.session?.email ? state.session : opened
  const [wasSaved] = useState(saved !== undefined)
  const days = useConfig(api)?.retention.savedSessionDays
  return (
    <Dialog name="save" heading={saved?.email ? words.saved : words.heading} onClose={onClose}>
      {saved?.email ? (
        <Saved email={saved.email} until={saved.expiresAt} isNews={!wasSaved} />
      ) : (
        <Ask
          api={api}
          purpose="save"
          sessionId={sessionId}
          days={days === undefined ? undefined : String(days)}
          isFirst
          onOpened={(session) => {
            // The code of an older mail may be that of another conversation.
            if (session.id === sessionId) setOpened(session)
            else location.assign(pathOf(session.id))
          }}
        />
      )}
    </Dialog>
  )
}
