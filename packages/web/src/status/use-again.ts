import { useEffect, useRef } from "preact/hooks"
import type { Asked } from "./status-form.tsx"

/** Not sooner, because one may ask only so often, and should be able to ask about something else. */
const REST_MS = 60_000

/** Looks again when somebody comes back to the window. Should that fail, what was found stays. */
export function useAgain(asked: Asked | undefined, look: (asked: Asked) => Promise<unknown>): void {
  const last = useRef(0)
  useEffect(() => {
    if (!asked) return
    last.current = Date.now()
    const back = () => {
      if (document.hidden || Date.now() - last.current < REST_MS) return
      last.current = Date.now()
      look(asked).catch(() => undefined)
    }
    addEventListener("focus", back)
    addEventListener("visibilitychange", back)
    return () => {
      removeEventListener("focus", back)
      removeEventListener("visibilitychange", back)
    }
  }, [asked])
}
