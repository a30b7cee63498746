import type { Api, ChatState } from "@spec-wizard/client"
import { useEffect, useState } from "preact/hooks"
import { Failure } from "../call/failure.tsx"
import { Progress } from "../call/progress.tsx"
import { useCall } from "../call/use-call.ts"
import { Dialog } from "../dialog/dialog.tsx"
import { knowsNone, type SessionId } from "../session.ts"
import { keepingWords } from "../words/keeping/words.ts"
import type { Words } from "../words/wording.ts"
import { Conversation } from "./conversation.tsx"

type Props = {
  api: Api
  words: Words
  /** The one that the page shows. */
  sessionId: SessionId | undefined
  state: ChatState
  title: string
  onClose: () => void
}

type Page = Awaited<ReturnType<Api["sessions"]["list"]>>

/** Everything this browser may open. */
export function ConversationsDialog({ api, words, sessionId, state, title, onClose }: Props) {
  const { conversations, moment } = keepingWords()
  const call = useCall()
  const [page, setPage] = useState<Page>()
  const [renamed, setRenamed] = useState<Partial<Record<string, string>>>({})

  const load = (before?: Page) =>
    call.run(async () => {
      const { sessions, next } = await api.sessions.list(before?.next ? { after: before.next } : {})
      setPage({ sessions: [...(before?.sessions ?? []), ...sessions], ...(next && { next }) })
    })
  useEffect(() => void load(), [])

  const isEmpty = page?.sessions.length === 0 || isStranger(call.problem?.code)
  useEffect(() => {
    if (isEmpty) knowsNone()
  }, [isEmpty])

  const titleOf = (id: string, stored: string) =>
    renamed[id] ?? (id === sessionId ? state.session?.title || title : stored)
  return (
    <Dialog name="conversations" heading={conversations.heading} onClose={onClose}>
      {isEmpty ? <p>{conversations.empty}</p> : <Failure problem={call.problem} />}
      <ul class="rows">
        {page?.sessions.map((session) => (
          <Conversation
            key={session.id}
            api={api}
            session={{ ...session, title: titleOf(session.id, session.title) }}
            isCurrent={session.id === sessionId}
            onRenamed={(title) => setRenamed({ ...renamed, [session.id]: title })}
          />
        ))}
      </ul>
      <Progress call={call} words={moment} />
      <div class="row">
        <a class="button primary" href="/">
          {words.gone.start}
        </a>
        {page?.next && (
          <button type="button" class="button" onClick={() => load(page)}>
            {conversations.more}
          </button>
        )}
      </div>
    </Dialog>
  )
}

/** A browser that was never here, or was signed out everywhere. */
const isStranger = (code: string | undefined) => code === "auth.required" || code === "token.refused"
