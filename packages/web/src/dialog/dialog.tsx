import type { ComponentChildren } from "preact"
import { useLayoutEffect, useRef } from "preact/hooks"
import "../style/dialog.css"
import { keepingWords } from "../words/keeping/words.ts"

type Props = { name: string; heading: string; onClose: () => void; children: ComponentChildren }

/**
 * The browser's own modal dialog: Escape closes it, and the focus goes back to where it came from. It begins on what carries `data-first`,
 * or on "Close".
 */
export function Dialog({ name, heading, onClose, children }: Props) {
  const { close } = keepingWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    if (dialog.current?.open) return
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>("[data-first]")?.focus()
  }, [])
  const id = `${name}-heading`
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby={id} onClose={onClose}>
      <form method="dialog" class="sheet-bar">
        <h2 id={id}>{heading}</h2>
        <button type="submit" class="button">
          {close}
        </button>
      </form>
      {children}
    </dialog>
  )
}
