import { useEffect, useState } from "preact/hooks"
import type { Panel, PanelProps } from "./panel.tsx"

let loaded: typeof Panel | undefined

/** Apart from what follows it: a bundler that sees both as one leaves nobody to hear that a style sheet did not come. */
const load = () => import("./panel.tsx")

/** The document's half of the page. It is no part of the first load: nobody needs it before they have said something. */
export function Beside(props: PanelProps) {
  const [shown, setShown] = useState(() => loaded)
  const { connection, document } = props.state
  useEffect(() => {
    if (shown) return
    load().then(
      (module) => {
        loaded = module.Panel
        setShown(() => loaded)
      },
      () => undefined, // offline, most likely: tried again when the connection or the document changes
    )
  }, [shown, connection, document])
  if (shown) {
    const Shown = shown
    return <Shown {...props} />
  }
  return document ? null : <p class="document-empty">{props.words.sides.empty}</p>
}
