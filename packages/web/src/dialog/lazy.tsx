import { useEffect, useState } from "preact/hooks"
import { MissingDialog } from "../page/missing.tsx"
import type { Dialogs, DialogsProps } from "./dialogs.tsx"

let loaded: typeof Dialogs | undefined

const load = async () => {
  loaded ??= (await import("./dialogs.tsx")).Dialogs
}

/** No part of the first load; a page that has a conversation fetches them, so that they open at once, and without a network. */
export const loadDialogs = (): Promise<void> => load().catch(() => undefined) // offline, most likely: the next press asks again

export function LazyDialogs(props: DialogsProps) {
  const [Shown, setShown] = useState(() => loaded)
  const [isMissing, setMissing] = useState(false)
  const take = () => setShown(() => loaded)
  useEffect(() => {
    if (!Shown) load().then(take, () => setMissing(true))
  }, [Shown])
  if (Shown) return <Shown {...props} />
  return isMissing && <MissingDialog words={props.words} load={load} onLoaded={take} onClose={props.onClose} />
}
