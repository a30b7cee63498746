import { useEffect, useState } from "preact/hooks"
import { MissingDialog } from "../page/missing.tsx"
import type { Words } from "../words/wording.ts"
import type { Exports, ExportsProps } from "./exports.tsx"

let loaded: typeof Exports | undefined

/** Apart from what follows it, as in document/beside.tsx. */
const fetched = () => import("./exports.tsx")
const load = async () => {
  loaded ??= (await fetched()).Exports
}

/** Fetched when the document is shown, so that it opens at once, and without a network. */
export function LazyExports({ page, ...props }: ExportsProps & { page: Words }) {
  const [Shown, setShown] = useState(() => loaded)
  const [isMissing, setMissing] = useState(false)
  const { isOpen, onClose } = props
  const take = () => setShown(() => loaded)
  useEffect(() => {
    if (!Shown) load().then(take, () => setMissing(true))
  }, [Shown, isOpen])
  if (Shown) return <Shown {...props} />
  return isOpen && isMissing && <MissingDialog words={page} load={load} onLoaded={take} onClose={onClose} />
}
