import type { ChatState } from "@spec-wizard/client"
import { useEffect, useState } from "preact/hooks"
import type { Talk } from "./talk.ts"

export const useTalk = (talk: Talk): ChatState => useOf(talk, stateOf)

/** The turn that has two stages. */
export const useDrafted = (talk: Talk): string | undefined => useOf(talk, draftedOf)

const stateOf = ({ state }: Talk) => state
const draftedOf = ({ drafted }: Talk) => drafted

function useOf<Value>(talk: Talk, read: (talk: Talk) => Value): Value {
  const [value, setValue] = useState(() => read(talk))
  useEffect(() => {
    const update = () => setValue(() => read(talk))
    update()
    return talk.subscribe(update)
  }, [talk, read])
  return value
}
