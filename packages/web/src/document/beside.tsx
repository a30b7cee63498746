import { useEffect, useState } from "preact/hooks"
import { Missing } from "../page/missing.tsx"
import type { Panel, PanelProps } from "./panel.tsx"

let loaded: typeof Panel | undefined

/** Apart from what follows it: a bundler that sees both as one leaves nobody to hear that a style sheet did not come. */
const fetched = () => import("./panel.tsx")
const load = async () => {
  loaded ??= (await fetched()).Panel
}

/** The document's half of the page. It is no part of the first load: nobody needs it before they have said something. */
export function Beside(props: PanelProps) {
  const [Shown, setShown] = useState(() => loaded)
  const [isMissing, setMissing] = useState(false)
  const { connection, document } = props.state
  const take = () => setShown(() => loaded)
  useEffect(() => {
    if (!Shown) load().then(take, () => setMissing(true)) // tried again when the connection or the document changes
  }, [Shown, connection, document])
  if (Shown) return <Shown {...props} />
  if (isMissing && connection === "live") return <Missing words={props.words} load={load} onLoaded={take} />
  return document ? null : <p class="document-empty">{props.words.sides.empty}</p>
}
