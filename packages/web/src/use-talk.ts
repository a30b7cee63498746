import type { ChatState } from "@spec-wizard/client"
import { useEffect, useState } from "preact/hooks"
import type { Talk } from "./talk.ts"

export function useTalk(talk: Talk): ChatState {
  const [state, setState] = useState(talk.state)
  useEffect(() => {
    const update = () => setState(talk.state)
    update()
    return talk.subscribe(update)
  }, [talk])
  return state
}
