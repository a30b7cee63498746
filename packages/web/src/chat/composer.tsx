import type { ChatState } from "@spec-wizard/client"
import type { ComponentChildren, RefObject } from "preact"
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks"
import { StopIcon } from "../icon.tsx"
import { room } from "../room.ts"
import { adopt, holdTab, keepMine, recallMine } from "../tab.ts"
import { adoptUnsent } from "../talk.ts"
import type { Words } from "../words/wording.ts"
import { putAfter } from "./box.ts"

export const draftOf = (sessionId: string | undefined) => `draft.${sessionId ?? "new"}`

type Props = {
  words: Words
  box: RefObject<HTMLTextAreaElement | null>
  begun: boolean
  sessionId: string | undefined
  state: ChatState
  stopping: boolean
  onSend: (text: string) => void
  onStop: () => void
  /** What stands under the box. */
  children: ComponentChildren
}

/** The text lives in the box itself and, with every key, in the browser's storage: only sending takes it out of there. It begins with what this tab, and those that were closed, have left. */
export function Composer({ words, box, begun, sessionId, state, stopping, onSend, onStop, children }: Props) {
  const [text, setText] = useState("")
  const [refused, setRefused] = useState("")
  const draft = draftOf(sessionId)

  const changed = () => {
    const value = box.current?.value ?? ""
    setText(value)
    setRefused("")
    keepMine(draft, value)
    if (box.current) grow(box.current)
  }

  const kept = useRef<string>(undefined)
  useLayoutEffect(() => {
    if (!box.current) return
    // The session has been created while they wrote on: the draft moves over to it.
    if (kept.current !== undefined) keepMine(kept.current, "")
    else box.current.value = recallMine(draft) ?? ""
    kept.current = draft
    changed()
  }, [draft])

  useEffect(holdTab, [])

  useEffect(() => {
    const left = sessionId === undefined ? [adoptUnsent(), adopt(draft)] : [adopt(draft)]
    // A copied tab begins with what the other one has.
    void Promise.all(left).then((texts) => {
      for (const one of texts.flat()) if (!box.current?.value.includes(one)) putAfter(box.current, one)
    })
  }, [])

  useLayoutEffect(() => {
    if (box.current) grow(box.current)
  }, [begun])

  useEffect(() => {
    const resized = () => box.current && grow(box.current)
    addEventListener("resize", resized)
    return () => removeEventListener("resize", resized)
  }, [])

  const send = () => {
    const value = box.current?.value ?? ""
    if (!box.current || value.trim() === "") return
    const { left } = room(value)
    if (left < 0) {
      setRefused(words.tooLong(format(-left)))
      return
    }
    onSend(value)
    box.current.value = ""
    changed()
  }

  const press = (event: KeyboardEvent) => {
    // 229: Safari reports the Enter that ends a composition after it has ended.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    send()
  }

  const stop = (event: MouseEvent) => {
    onStop()
    // Pressed by keyboard (no click is counted): the button is about to go, the box stays.
    if (event.detail === 0) box.current?.focus()
  }

  const { left, near } = room(text)
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
        box.current?.focus()
      }}
    >
      <label class={begun ? "unseen" : "label"} for="box">
        {begun ? words.answer : words.first.label}
      </label>
      <p class="too-long" role="alert">
        {refused}
      </p>
      <div class="frame">
        <textarea
          id="box"
          ref={box}
          rows={begun ? 1 : 3}
          dir="auto"
          autocomplete="off"
          enterkeyhint="send"
          placeholder={begun ? words.typeHere : ""}
          aria-describedby="hint"
          aria-invalid={left < 0}
          onInput={changed}
          onKeyDown={press}
        />
        <div class="bar">
          <Hint words={words} left={left} near={near} connection={begun ? state.connection : "live"} />
          {state.turn && (
            <button type="button" class="button stop" disabled={stopping} onClick={stop}>
              <StopIcon />
              <span>{stopping ? words.stopping : words.stop}</span>
            </button>
          )}
          <button type="submit" class="button primary" disabled={text.trim() === ""}>
            {words.send}
          </button>
        </div>
      </div>
      {children}
    </form>
  )
}

type HintProps = { words: Words; left: number; near: boolean; connection: ChatState["connection"] }

function Hint({ words, left, near, connection }: HintProps) {
  const [kind, text] =
    left < 0
      ? ["over", words.over(format(-left))]
      : near
        ? ["left", words.left(format(left))]
        : connection === "offline"
          ? ["offline", words.hint.offline]
          : connection === "reconnecting"
            ? ["offline", words.hint.reconnecting]
            : ["keys", words.hint.keys]
  return (
    <p id="hint" class={`hint ${kind}`}>
      {text}
    </p>
  )
}

/** As tall as its text; the style sheet sets the least and the most. */
function grow(box: HTMLTextAreaElement) {
  box.style.height = "auto"
  box.style.height = `${box.scrollHeight}px`
}

const format = (count: number) => count.toLocaleString(document.documentElement.lang)
