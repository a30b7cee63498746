import { useEffect, useState } from "preact/hooks"
import type { Dialogs, DialogsProps } from "./dialogs.tsx"

let loaded: typeof Dialogs | undefined

/** No part of the first load; a page that has a conversation fetches them, so that they open at once, and without a network. */
export async function loadDialogs(): Promise<typeof Dialogs | undefined> {
  try {
    loaded ??= (await import("./dialogs.tsx")).Dialogs
  } catch {
    // Offline, most likely: the next press asks again.
  }
  return loaded
}

export function LazyDialogs(props: DialogsProps) {
  const [shown, setShown] = useState(() => loaded)
  const { onClose } = props
  useEffect(() => {
    if (!shown) void loadDialogs().then((dialogs) => (dialogs ? setShown(() => dialogs) : onClose()))
  }, [shown])
  if (!shown) return null
  const Shown = shown
  return <Shown {...props} />
}
