import type { Api } from "@spec-wizard/client"
import { useEffect, useRef, useState } from "preact/hooks"
import { Announcer } from "./announce.tsx"
import { Composer } from "./chat/composer.tsx"
import { Transcript } from "./chat/transcript.tsx"
import { Header } from "./header.tsx"
import { Keys, useKeys } from "./keys.tsx"
import { takeAlong } from "./leave.ts"
import { loadMarkdown } from "./markdown/markdown.tsx"
import { Gone } from "./page/gone.tsx"
import { Examples, Welcome } from "./page/welcome.tsx"
import { forgetSession, rememberSession } from "./session.ts"
import type { Talk } from "./talk.ts"
import { firstWords } from "./title.ts"
import { useTalk } from "./use-talk.ts"
import type { Words } from "./words/words.ts"

type Props = { api: Api; words: Words; talk: Talk }

export function App({ api, words, talk }: Props) {
  const state = useTalk(talk)
  const box = useRef<HTMLTextAreaElement>(null)
  const keys = useRef<HTMLDialogElement>(null)
  const [stopping, setStopping] = useState<string>()
  const [unsent, setUnsent] = useState(false)

  const { sessionId } = talk
  const first = state.messages[0]?.text ?? state.pending[0]?.text
  const begun = sessionId !== undefined || first !== undefined
  const closed = state.connection === "closed"
  const gone = closed && first === undefined
  const title = state.session?.title || firstWords(first ?? "")

  useEffect(() => {
    if (begun) void loadMarkdown()
  }, [begun])
  useEffect(() => {
    document.title = title ? `${title} – Spec Wizard` : "Spec Wizard"
  }, [title])
  useEffect(() => {
    if (!sessionId) return
    if (closed) forgetSession(sessionId)
    else if (state.appliedSeq > 0) rememberSession(sessionId)
  }, [sessionId, closed, state.appliedSeq > 0])
  useEffect(() => {
    if (closed) setUnsent(takeAlong(talk))
  }, [talk, closed])

  const fill = (text: string) => {
    if (!box.current) return
    box.current.value = text
    box.current.dispatchEvent(new Event("input", { bubbles: true }))
  }
  const putBack = (text: string) => fill([text, box.current?.value].filter(Boolean).join("\n\n"))
  const send = (text: string) => {
    talk.send(text).catch(() => {
      // Refused for good: the words go back to where they came from, before whatever has been written since. A closed
      // conversation has no box; there they wait in `pending`.
      if (talk.state.connection !== "closed") putBack(text)
    })
  }
  const stop = () => {
    if (!state.turn || stopping === state.turn.id) return
    setStopping(state.turn.id)
    talk.stop()
  }
  const help = () => keys.current?.showModal()
  useKeys({ help, escape: stop })

  return (
    <>
      {!closed && (
        <a class="skip" href="#box">
          {words.skip}
        </a>
      )}
      <Header words={words} begun={begun && !gone} title={title || words.transcript} state={state} onKeys={help} />
      <main class="page">
        {gone ? (
          <Gone words={words} unsent={unsent} />
        ) : (
          <section class={begun ? "chat begun" : "chat"}>
            {begun ? (
              <Transcript
                words={words}
                state={state}
                unsent={unsent}
                onSend={send}
                onRetry={() => talk.retry()}
                onTakeBack={({ id, text }) => {
                  putBack(text)
                  talk.discard(id)
                }}
              />
            ) : (
              <Welcome words={words} />
            )}
            {!closed && (
              <Composer
                words={words}
                box={box}
                begun={begun}
                sessionId={sessionId}
                state={state}
                stopping={stopping !== undefined && stopping === state.turn?.id}
                onSend={send}
                onStop={stop}
              />
            )}
            {!begun && (
              <Examples
                api={api}
                words={words}
                onPick={(text) => {
                  fill(text)
                  box.current?.focus()
                }}
              />
            )}
          </section>
        )}
      </main>
      <Announcer words={words} state={state} />
      <Keys words={words} dialog={keys} />
    </>
  )
}
