import { useEffect, useState } from "preact/hooks"
import type { Talk, TalkState } from "./talk.ts"

export function useTalk(talk: Talk): TalkState {
  const [state, setState] = useState(talk.state)
  useEffect(() => {
    const update = () => setState(talk.state)
    update()
    return talk.subscribe(update)
  }, [talk])
  return state
}
