import { useEffect, useRef } from "preact/hooks"
import { CrossIcon } from "./icons.tsx"
import { useSave } from "./use-save.ts"
import type { View } from "./view.ts"

type Props = { view: View; id: string; onClose: () => void }

/** After a line was dropped, until something else is done: the way back. It takes the focus, which the line has lost. */
export function Dropped({ view, id, onClose }: Props) {
  const { words, lang, talk } = view
  const saving = useSave(talk, words)
  const undo = useRef<HTMLButtonElement>(null)
  useEffect(() => undo.current?.focus({ preventScroll: true }), [id])
  const press = async () => {
    const version = talk.state.patches.findLast(({ operations }) =>
      operations.some((operation) => operation.op === "retire" && operation.id === id),
    )?.version
    if (await saving.run({ op: "undo", ...(version && { version }) })) onClose()
  }
  return (
    <div class="quiet-bar dropped" lang={lang}>
      <p {...(saving.failed && { role: "alert" })}>{saving.word || words.dropped(id)}</p>
      <button type="button" class="button" ref={undo} onClick={() => void press()}>
        {words.undo}
      </button>
      <button type="button" class="tool" aria-label={words.close} title={words.close} onClick={onClose}>
        <CrossIcon />
      </button>
    </div>
  )
}
