import { useCall } from "../call/use-call.ts"
import { Sent } from "../link/sent.tsx"
import { pathOf, type SessionId } from "../session.ts"
import { exportWords } from "../words/export/words.ts"
import { api } from "./api.ts"

type Props = {
  sessionId: SessionId
  email: string
  onOther: () => void
  onVerified: () => void
}

/** Nobody has shown yet that they read mail there: the code does, without leaving the page. */
export function Waiting({ sessionId, email, onOther, onVerified }: Props) {
  const words = exportWords()
  const call = useCall()
  const redeem = async (code: string) => {
    const { session } = await api.links.redeem({ email, code })
    // The code of an older mail may be that of another conversation.
    if (session.id === sessionId) onVerified()
    else location.assign(pathOf(session.id))
  }
  return (
    <Sent
      said={words.verify(email)}
      enter={words.enter}
      call={call}
      onAgain={() => call.run(() => api.links.request({ email, sessionId }))}
      onOther={onOther}
      onCode={redeem}
    />
  )
}
