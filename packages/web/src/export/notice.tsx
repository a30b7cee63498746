import { CrossIcon } from "../document/icons.tsx"
import type { SessionId } from "../session.ts"
import { exportWords } from "../words/export/words.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { DownloadLink } from "./download-link.tsx"
import type { Export } from "./export.ts"
import { sentence } from "./sentence.ts"

type Props = { sessionId: SessionId; one: Export; onShow: () => void; onDismiss: () => void }

/** While the dialog is closed: how it stands with the newest one. What changes in it is announced by the document's own region. */
export function Notice({ sessionId, one, onShow, onDismiss }: Props) {
  const words = exportWords()
  const { close } = keepingWords()
  const isAlone = one.sizeBytes !== undefined && (one.status === "failed" || one.email === undefined)
  return (
    <div class="quiet-bar export-notice">
      <p>{sentence(one, words)}</p>
      {isAlone ? (
        <DownloadLink sessionId={sessionId} one={one} />
      ) : (
        <button type="button" class="button" onClick={onShow}>
          {words.show}
        </button>
      )}
      <button type="button" class="tool" aria-label={close} title={close} onClick={onDismiss}>
        <CrossIcon />
      </button>
    </div>
  )
}
