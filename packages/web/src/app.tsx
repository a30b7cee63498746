import { type Api, ChatError, titleOf } from "@spec-wizard/client"
import type { VNode } from "preact"
import { useEffect, useMemo, useRef, useState } from "preact/hooks"
import { Announcer } from "./announce.tsx"
import { fill, putBack, putIn } from "./chat/box.ts"
import { Composer } from "./chat/composer.tsx"
import { Transcript } from "./chat/transcript.tsx"
import { LazyDialogs, loadDialogs } from "./dialog/lazy.tsx"
import type { DialogName } from "./dialog/name.ts"
import { DocumentAnnouncer } from "./document/announcer.tsx"
import { Beside } from "./document/beside.tsx"
import { useSeen } from "./document/use-seen.ts"
import { endingOf } from "./ending.ts"
import { Header } from "./header.tsx"
import { KeyInUse } from "./key/in-use.tsx"
import { dropKey } from "./key/own-key.ts"
import { Keys, useKeys } from "./keys.tsx"
import { sideProps } from "./layout/side.ts"
import { Skip } from "./layout/skip.tsx"
import { Tabs } from "./layout/tabs.tsx"
import { useSides } from "./layout/use-sides.ts"
import { takeAlong } from "./leave.ts"
import { loadMarkdown } from "./markdown/markdown.tsx"
import { Tools } from "./menu/tools.tsx"
import { Gone } from "./page/gone.tsx"
import { Examples, Welcome } from "./page/welcome.tsx"
import { forgetSession, rememberSession } from "./session.ts"
import { goToLine, goToWords, showLine } from "./source/go.ts"
import { useLight } from "./source/light.ts"
import { placesOf } from "./source/places.ts"
import { loadDetail } from "./source/said.tsx"
import { useSpoken } from "./spoken.ts"
import type { Talk } from "./talk.ts"
import { Title } from "./title.tsx"
import { useDrafted, useTalk } from "./use-talk.ts"

type Props = { api: Api; talk: Talk; onLeave: (page: VNode) => void }

export function App({ api, talk, onLeave }: Props) {
  const state = useTalk(talk)
  const words = useSpoken(state, talk.sessionId)
  const drafted = useDrafted(talk)
  const page = useRef<HTMLElement>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const keys = useRef<HTMLDialogElement>(null)
  const [stopping, setStopping] = useState<string>()
  const [unsent, setUnsent] = useState(false)
  const [dialog, setDialog] = useState<DialogName>()

  const { sessionId } = talk
  const first = state.messages[0]?.text ?? state.pending[0]?.text
  const begun = sessionId !== undefined || first !== undefined
  const closed = state.connection === "closed"
  const ending = endingOf(state)
  const gone = ending === "gone"
  const title = state.session?.title || titleOf(first ?? "")

  const sides = useSides()
  const seen = useSeen(sessionId, state, begun && !closed && sides.isShown("document"))
  const places = useMemo(() => placesOf(state.document, state.asides), [state.document, state.asides])
  useLight(page, state.document)

  useEffect(() => {
    if (!begun) return
    void loadMarkdown()
    void loadDetail()
    void loadDialogs()
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
    if (ending === "ended" || ending === "erased") setUnsent(takeAlong(talk))
  }, [talk, ending])

  const send = (text: string) => {
    talk.send(text).catch((cause) => {
      keyRefused(cause)
      // Refused for good: the words go back to where they came from, before whatever has been written since. A closed
      // conversation has no box; there they wait in `pending`.
      if (talk.state.connection !== "closed") putBack(box.current, text)
    })
  }
  /** Every other message would be refused as well: it is not used any more, and the dialog says why. */
  const keyRefused = (cause: unknown) => {
    if (!(cause instanceof ChatError) || cause.code !== "key.refused") return
    dropKey()
    setDialog("key")
  }
  const retry = () => {
    const fate = talk.retry()
    fate.catch(keyRefused)
    return fate
  }
  const stop = () => {
    if (!state.turn || stopping === state.turn.id) return
    setStopping(state.turn.id)
    talk.stop()
  }
  const called = title || words.transcript
  const heading =
    sessionId && !closed ? (
      <Title api={api} words={words} sessionId={sessionId} title={called} />
    ) : (
      <h1 class="title">{called}</h1>
    )
  const help = () => keys.current?.showModal()
  useKeys({ help, escape: stop })
  const toBox = () => sides.show("talk", () => box.current?.focus())
  const toDocument = (id = "document-heading") => sides.show("document", () => document.getElementById(id)?.focus())

  return (
    <>
      {!closed && <Skip href="#box" words={words.skip} onPress={toBox} />}
      {begun && !gone && <Skip href="#document" words={words.skipToDocument} onPress={() => toDocument()} />}
      <Header words={words} begun={begun && !gone ? { title: heading, state } : undefined}>
        <Tools
          api={api}
          words={words}
          state={state}
          begun={begun}
          open={sessionId !== undefined && !closed}
          onChoose={setDialog}
          onKeys={help}
        />
      </Header>
      <main class={begun && !gone ? "page two-sides" : "page"} ref={page}>
        {gone ? (
          <Gone api={api} words={words} sessionId={sessionId} onStart={() => takeAlong(talk)} />
        ) : (
          <>
            {begun && !sides.wide && (
              <Tabs
                words={words}
                side={sides.side}
                changes={sides.isShown("document") ? 0 : seen.unseen}
                onChoose={sides.show}
              />
            )}
            <section class={begun ? "chat begun" : "chat"} {...(begun && sideProps(sides, "talk"))}>
              {begun ? (
                <Transcript
                  words={words}
                  state={state}
                  drafted={drafted}
                  ending={ending}
                  unsent={unsent}
                  places={places}
                  onLine={(quoted) => sides.show("document", () => goToLine(quoted))}
                  onPoint={(quoted) => (sides.wide ? showLine(quoted) : sides.show("document", () => goToLine(quoted)))}
                  onSend={send}
                  onRetry={retry}
                  onKey={() => setDialog("key")}
                  onTakeBack={({ id, text }) => {
                    putBack(box.current, text)
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
                >
                  <KeyInUse words={words} onChange={() => setDialog("key")} />
                </Composer>
              )}
              {!begun && (
                <Examples
                  api={api}
                  words={words}
                  onPick={(text) => {
                    fill(box.current, text)
                    box.current?.focus()
                  }}
                  onYours={() => setDialog("conversations")}
                />
              )}
            </section>
            {begun && (
              <section class="beside" {...sideProps(sides, "document")} aria-label={words.sides.document}>
                <Beside
                  words={words}
                  state={state}
                  talk={talk}
                  seen={seen}
                  toWords={(line, messageId) => sides.show("talk", () => goToWords(line, messageId))}
                  ask={(text) => sides.show("talk", () => putIn(box.current, text))}
                  toBox={toBox}
                  onSubmit={() => setDialog("submit")}
                />
              </section>
            )}
          </>
        )}
      </main>
      <Announcer words={words} state={state} drafted={drafted} />
      {begun && <DocumentAnnouncer words={words} state={state} />}
      <Keys words={words} dialog={keys} />
      {dialog && (
        <LazyDialogs
          api={api}
          talk={talk}
          words={words}
          name={dialog}
          sessionId={sessionId}
          state={state}
          title={title}
          onShow={toDocument}
          onClose={() => setDialog(undefined)}
          onLeave={onLeave}
        />
      )}
    </>
  )
}
