import type { Api } from "@spec-wizard/client"
import { useRef, useState } from "preact/hooks"
import { day, moment } from "../day.ts"
import { pathOf } from "../session.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { Rename } from "./rename.tsx"

type Session = Awaited<ReturnType<Api["sessions"]["list"]>>["sessions"][number]

type Props = { api: Api; session: Session; isCurrent: boolean; onRenamed: (title: string) => void }

/** One of the visitor's conversations. */
export function Conversation({ api, session, isCurrent, onRenamed }: Props) {
  const { conversations } = keepingWords()
  const [isRenaming, setRenaming] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { id, email, updatedAt, expiresAt } = session
  const title = session.title || conversations.untitled
  const until = day(expiresAt)

  const done = (name: string | undefined) => {
    setRenaming(false)
    if (name !== undefined) onRenamed(name)
    requestAnimationFrame(() => button.current?.focus()) // it comes back with the next paint
  }
  if (isRenaming)
    return (
      <li class="row-item">
        <Rename api={api} id={id} title={session.title} onDone={done} />
      </li>
    )
  return (
    <li class="row-item row-head">
      <div>
        <p class="row-name">
          <a href={pathOf(id)} {...(isCurrent && { "aria-current": "page" })}>
            {title}
          </a>
          {isCurrent && <span class="tag">{conversations.current}</span>}
        </p>
        <p class="quiet-text">{conversations.changed(moment(updatedAt))}</p>
        <p class="quiet-text">{email ? conversations.saved(email, until) : conversations.unsaved(until)}</p>
      </div>
      <button
        ref={button}
        type="button"
        class="button"
        aria-label={conversations.renameIt(title)}
        onClick={() => setRenaming(true)}
      >
        {conversations.rename}
      </button>
    </li>
  )
}
