import type { Api } from "@spec-wizard/client"
import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import { useCall } from "../call/use-call.ts"
import type { SessionId } from "../session.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { AddressForm } from "./address-form.tsx"
import { Sent } from "./sent.tsx"
import { type Opened, want } from "./wanted.ts"

type Props = {
  api: Api
  purpose: "save" | "open"
  /** The one that the link is for. */
  sessionId?: SessionId | undefined
  /** How long something saved is kept, once that is known. */
  days?: string | undefined
  isFirst?: boolean
  /** Another way, as long as no mail is asked for. */
  children?: ComponentChildren
  onOpened: (session: Opened) => void
}

/** Asks for a mail with a link, then takes its code: for those who read their mail elsewhere. */
export function Ask({ api, purpose, sessionId, days, isFirst, children, onOpened }: Props) {
  const its = keepingWords().ask[purpose]
  const call = useCall()
  const [email, setEmail] = useState("")
  const [isSent, setSent] = useState(false)

  const send = async (to: string) => {
    setEmail(to)
    if (purpose === "open" && sessionId) want(sessionId)
    const ok = await call.run(() => api.links.request({ email: to, ...(sessionId && { sessionId }) }))
    if (ok) setSent(true)
    return ok
  }
  const redeem = async (code: string) => onOpened((await api.links.redeem({ email, code })).session)

  if (isSent)
    return (
      <Sent
        said={its.sent(email)}
        enter={its.enter}
        call={call}
        onAgain={() => send(email)}
        onOther={() => {
          call.forget()
          setSent(false)
        }}
        onCode={redeem}
      />
    )
  return (
    <>
      <p>{its.lead(days)}</p>
      <AddressForm call={call} send={its.send} email={email} isFirst={isFirst || email !== ""} onSend={send} />
      {children}
    </>
  )
}
