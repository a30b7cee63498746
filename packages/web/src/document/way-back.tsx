import type { Info } from "@spec-wizard/core/protocol/operation"
import { useEffect, useRef } from "preact/hooks"
import { CrossIcon } from "./icons.tsx"
import { useSave } from "./use-save.ts"
import type { View } from "./view.ts"

type Props = {
  view: View
  /** What was done. */
  text: string
  /** The operation that did it. */
  did: (operation: Info) => boolean
  /** It takes the focus, which a line that is gone has lost. */
  takesFocus?: boolean
  onClose: () => void
}

/** After a line was dropped or sorted, until something else is done. */
export function WayBack({ view, text, did, takesFocus = false, onClose }: Props) {
  const { words, lang, talk } = view
  const saving = useSave(talk, words)
  const undo = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) undo.current?.focus({ preventScroll: true })
  }, [takesFocus, text])
  const press = async () => {
    const version = talk.state.patches.findLast(({ operations }) => operations.some(did))?.version
    if (await saving.run({ op: "undo", ...(version && { version }) })) onClose()
  }
  return (
    <div class="quiet-bar way-back" lang={lang}>
      <p {...(saving.failed && { role: "alert" })}>{saving.word || text}</p>
      <button type="button" class="button" ref={undo} onClick={() => void press()}>
        {words.undo}
      </button>
      <button type="button" class="tool" aria-label={words.close} title={words.close} onClick={onClose}>
        <CrossIcon />
      </button>
    </div>
  )
}
