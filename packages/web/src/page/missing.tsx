import { useLayoutEffect, useRef } from "preact/hooks"
import { Retry } from "../chat/retry.tsx"
import { loadAgain } from "../lazy.ts"
import type { Words } from "../words/wording.ts"

type Props = { words: Words; load: () => Promise<unknown>; onLoaded: () => void }

/** In the place of a part of the page that did not come. */
export const Missing = ({ words, load, onLoaded }: Props) => (
  <div class="notice error missing">
    <p class="notice-text" role="alert">
      {words.notLoaded}
    </p>
    <Retry label={words.tryAgain} onRetry={() => loadAgain(load).then(onLoaded)} />
  </div>
)

/** The same for a part that opens above the page. */
export function MissingDialog({ onClose, ...props }: Props & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="sheet missing-sheet" aria-label={props.words.notLoaded} onClose={onClose}>
      <Missing {...props} />
      <form method="dialog">
        <button type="submit" class="button">
          {props.words.keys.close}
        </button>
      </form>
    </dialog>
  )
}
