import type { ChatState } from "@spec-wizard/client"
import { useState } from "preact/hooks"
import "./export.css"
import type { SessionId } from "../session.ts"
import { isOver, isRecent } from "./export.ts"
import { ExportDialog } from "./export-dialog.tsx"
import { Notice } from "./notice.tsx"
import { isSeen, see } from "./seen.ts"
import { useDownloads } from "./use-downloads.ts"

export type ExportsProps = {
  sessionId: SessionId
  state: ChatState
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
}

/** The document's PDFs: the dialog, or, as long as there is news of one, a line that says so. */
export function Exports({ sessionId, state, isOpen, onOpen, onClose }: ExportsProps) {
  const downloads = useDownloads(sessionId, state.exports)
  const [, setDismissed] = useState<string>()
  const [newest] = state.exports
  const isNews = newest && isRecent(newest) && !isSeen(sessionId, newest)
  if (isOpen)
    return (
      <ExportDialog
        sessionId={sessionId}
        state={state}
        downloads={downloads}
        first={isNews ? newest : undefined}
        onClose={() => {
          if (newest && isOver(newest)) see(sessionId, newest)
          onClose()
        }}
      />
    )
  if (!isNews) return null
  return (
    <Notice
      sessionId={sessionId}
      one={newest}
      onShow={onOpen}
      onDismiss={() => {
        see(sessionId, newest)
        setDismissed(newest.status)
      }}
    />
  )
}
