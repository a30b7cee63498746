import type { RefObject } from "preact"
import { useEffect } from "preact/hooks"
import type { Words } from "./words/wording.ts"

export function Keys({ words, dialog }: { words: Words; dialog: RefObject<HTMLDialogElement | null> }) {
  const { keys } = words
  return (
    <dialog ref={dialog} class="keys-dialog" aria-labelledby="keys-heading">
      <h2 id="keys-heading">{keys.heading}</h2>
      <dl>
        <Key keys={["Enter"]} does={keys.send} />
        <Key keys={["Shift", "Enter"]} does={keys.line} />
        <Key keys={["Esc"]} does={keys.stop} />
        <Key keys={["←", "→"]} does={keys.words} />
        <Key keys={["Enter"]} does={keys.go} />
        <Key keys={["↑", "↓"]} does={keys.lines} />
        <Key keys={["?"]} does={keys.help} />
      </dl>
      <form method="dialog">
        <button type="submit" class="button">
          {keys.close}
        </button>
      </form>
    </dialog>
  )
}

const Key = ({ keys, does }: { keys: string[]; does: string }) => (
  <div class="key">
    <dt>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </dt>
    <dd>{does}</dd>
  </div>
)

/** `?` where nobody is writing, and Escape while no dialog wants it. */
export function useKeys(on: { help: () => void; escape: () => void }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // 229: Safari reports the Escape that closes a list of candidates after it has closed it.
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector(":is(dialog[open], :popover-open)")) return
      if (event.key === "Escape") on.escape()
      if (event.key === "?" && !writing(event.target)) {
        event.preventDefault()
        on.help()
      }
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  })
}

const writing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
