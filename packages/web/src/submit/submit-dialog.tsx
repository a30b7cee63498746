import type { ChatState } from "@spec-wizard/client"
import { useState } from "preact/hooks"
import { Dialog } from "../dialog/dialog.tsx"
import type { SessionId } from "../session.ts"
import type { Talk } from "../talk.ts"
import { submissionWords } from "../words/submission/words.ts"
import { Check } from "./check.tsx"
import { Confirmation } from "./confirmation.tsx"
import { ContactForm } from "./contact-form.tsx"

type Props = {
  talk: Talk
  sessionId: SessionId
  state: ChatState
  title: string
  onShow: (id: string) => void
  onClose: () => void
}

/** What is about to be sent, and by whom; once it is sent, from whatever device, the confirmation. */
export function SubmitDialog({ talk, sessionId, state, title, onShow, onClose }: Props) {
  const words = submissionWords()
  const { session, submission, document, patches } = state
  const isSent = submission !== undefined || session?.status === "submitted"
  const [wasSent] = useState(isSent)
  const [isEarlier, setEarlier] = useState(false)
  const readiness = patches.at(-1)?.readiness
  return (
    <Dialog name="submit" heading={isSent ? words.sent.heading : words.heading} onClose={onClose}>
      {isSent ? (
        <Confirmation sessionId={sessionId} submission={submission} isNews={!wasSent} isEarlier={isEarlier} />
      ) : (
        <>
          <p>{words.lead}</p>
          <h3>{words.what}</h3>
          {document && readiness && <Check document={document} readiness={readiness} title={title} onShow={onShow} />}
          <h3>{words.contact}</h3>
          <ContactForm talk={talk} sessionId={sessionId} email={session?.email} onEarlier={() => setEarlier(true)} />
        </>
      )}
    </Dialog>
  )
}
