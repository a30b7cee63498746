import type { Api } from "@spec-wizard/client"
import { useRef, useState } from "preact/hooks"
import { PencilIcon } from "./document/icons.tsx"
import { useLazy } from "./lazy.ts"
import type { SessionId } from "./session.ts"
import type { Words } from "./words/wording.ts"

const load = () => import("./conversations/rename.tsx").then(({ Rename }) => Rename)

type Props = { api: Api; words: Words; sessionId: SessionId; title: string }

/** What the conversation is called, where it can be changed. */
export function Title({ api, words, sessionId, title }: Props) {
  const [isRenaming, setRenaming] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const Rename = useLazy(load)
  const done = () => {
    setRenaming(false)
    requestAnimationFrame(() => button.current?.focus()) // it comes back with the next paint
  }
  return (
    <>
      <h1 class={isRenaming ? "unseen" : "title"}>
        {isRenaming || !Rename ? (
          title
        ) : (
          <button ref={button} type="button" title={words.rename} onClick={() => setRenaming(true)}>
            <span class="title-words" dir="auto">
              {title}
            </span>
            <PencilIcon />
          </button>
        )}
      </h1>
      {isRenaming && Rename && (
        <div class="title-editor">
          <Rename api={api} id={sessionId} title={title} onDone={done} />
        </div>
      )}
    </>
  )
}
