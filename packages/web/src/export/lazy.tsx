import { useEffect, useState } from "preact/hooks"
import type { Exports, ExportsProps } from "./exports.tsx"

let loaded: typeof Exports | undefined

/** Apart from what follows it, as in document/beside.tsx. */
const load = () => import("./exports.tsx")

/** Fetched when the document is shown, so that it opens at once, and without a network. */
export function LazyExports(props: ExportsProps) {
  const [shown, setShown] = useState(() => loaded)
  const { isOpen, onClose } = props
  useEffect(() => {
    if (shown) return
    load().then(
      (module) => {
        loaded = module.Exports
        setShown(() => loaded)
      },
      () => isOpen && onClose(), // offline, most likely: the next press asks again
    )
  }, [shown, isOpen])
  if (!shown) return null
  const Shown = shown
  return <Shown {...props} />
}
