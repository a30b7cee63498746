import { useEffect } from "preact/hooks"
import { removeTraces, type SessionId } from "../session.ts"

/** This device has signed itself out: nothing of the conversation stays in the browser, which goes back to the first page. */
export function Leaving({ sessionId }: { sessionId: SessionId }) {
  useEffect(() => {
    removeTraces(sessionId)
    location.replace("/")
  }, [sessionId])
  return null
}
