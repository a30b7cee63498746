import type { Item } from "@spec-wizard/core/protocol/document"
import { useLayoutEffect, useRef, useState } from "preact/hooks"
import { keep, recall } from "../storage.ts"
import { useSave } from "./use-save.ts"
import type { View } from "./view.ts"

type Props = {
  view: View
  /** As it is now; `opened` as it was when the writing began. */
  item: Item
  opened: Item
  /** Somebody took the line away meanwhile. */
  isGone: boolean
  onClose: () => void
}

/** A line's text as it is written. With every key it goes to the browser's storage; saving and cancelling take it out of there. */
export function LineEditor({ view, item, opened, isGone, onClose }: Props) {
  const { words, talk } = view
  const draft = `line.${talk.sessionId}.${item.id}`
  const [text, setText] = useState(() => recall(draft) ?? opened.text)
  const saving = useSave(talk, words)
  const box = useRef<HTMLTextAreaElement>(null)

  useLayoutEffect(() => {
    box.current?.focus()
    box.current?.setSelectionRange(text.length, text.length)
  }, [])
  useLayoutEffect(() => {
    if (!box.current) return
    box.current.style.height = "auto"
    box.current.style.height = `${box.current.scrollHeight}px`
  }, [text])

  const close = () => {
    keep(draft, "")
    onClose()
  }
  const save = async () => {
    const written = text.trim()
    if (written === item.text || (await saving.run({ op: "set", id: item.id, fields: { text: written } }))) close()
  }
  const press = (event: KeyboardEvent) => {
    event.stopPropagation() // Escape stops a reply elsewhere, and the arrows go from line to line
    if (event.isComposing || event.keyCode === 229) return
    if (event.key === "Escape") close()
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault()
      void save()
    }
  }

  const isChanged = !isGone && item.text !== opened.text
  return (
    <form
      class="line-editor"
      lang={view.lang}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label class="unseen" for={draft}>
        {words.text(item.id)}
      </label>
      <textarea
        id={draft}
        ref={box}
        rows={1}
        dir="auto"
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value)
          keep(draft, currentTarget.value)
        }}
        onKeyDown={press}
      />
      <div role="alert">
        {isGone && <p class="meanwhile">{words.goneMeanwhile}</p>}
        {isChanged && (
          <p class="meanwhile">
            {`${words.meanwhile} `}
            <q class="as-it-is">{item.text}</q>
          </p>
        )}
        {saving.failed && !isChanged && !isGone && <p class="line-word failed">{saving.word}</p>}
      </div>
      <div class="editor-bar">
        <button type="submit" class="button primary" disabled={isGone}>
          {saving.busy && saving.word ? saving.word : words.save}
        </button>
        <button type="button" class="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
