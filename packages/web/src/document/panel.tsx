import type { ChatState } from "@spec-wizard/client"
import { isGuess } from "@spec-wizard/core/document/format/group"
import { lint } from "@spec-wizard/core/document/lint"
import { wordings } from "@spec-wizard/core/document/wordings"
import { type Item, isLive } from "@spec-wizard/core/protocol/document"
import { useMemo, useRef, useState } from "preact/hooks"
import { LazyExports } from "../export/lazy.tsx"
import { Skip } from "../layout/skip.tsx"
import { documentWords } from "../words/document/words.ts"
import type { Words } from "../words/wording.ts"
import { language } from "../words/words.ts"
import { Dropped } from "./dropped.tsx"
import { HandOver } from "./hand-over.tsx"
import { History, type Shown } from "./history.tsx"
import { Line } from "./line.tsx"
import { HEADING, lineOf } from "./line-id.ts"
import { isForVisitors } from "./note.tsx"
import { outline } from "./outline.ts"
import { Readiness } from "./readiness.tsx"
import { Section } from "./section.tsx"
import { Since } from "./since.tsx"
import { useLines } from "./use-lines.ts"
import type { Seen } from "./use-seen.ts"
import type { View } from "./view.ts"

export type PanelProps = Pick<View, "talk" | "toWords" | "ask"> & {
  words: Words
  state: ChatState
  seen: Seen
  toBox: () => void
  onSubmit: () => void
}

/** The document beside the conversation. */
export function Panel({ words: all, state, talk, seen, toWords, ask, toBox, onSubmit }: PanelProps) {
  const { document, patches } = state
  const scroller = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<Item>()
  const [dropped, setDropped] = useState<string>()
  const [history, setHistory] = useState<Shown>()
  const [isExporting, setExporting] = useState(false)
  const findings = useMemo(() => {
    const all = document ? lint(document).filter(isForVisitors) : []
    return new Map(all.reverse().map((finding) => [finding.line, finding]))
  }, [document])

  useLines(scroller, document !== undefined)

  const { documentElement } = globalThis.document
  const words = documentWords[language(documentElement)]
  const readiness = patches.at(-1)?.readiness
  if (!document || !readiness) return <p class="document-empty">{all.sides.empty}</p>

  const isClosed = state.connection === "closed"
  const view: View = {
    words,
    counts: all.sides.counts,
    wording: wordings[document.language],
    lang: documentElement.lang,
    talk,
    isClosed,
    toWords,
    ask,
  }
  const isThere = document.items.some((item) => item.id === opened?.id && isLive(item))
  const gone = isThere ? undefined : opened
  const guesses = document.items.filter((item) => isLive(item) && item.state === "proposed" && isGuess(item))
  const open = (item: Item | undefined) => {
    setOpened(item)
    setDropped(undefined)
  }
  return (
    <>
      <Skip href="#box" words={words.skipToTalk} onPress={toBox} />
      <div class="document-bar">
        <h2 id={HEADING} tabIndex={-1} lang={document.language}>
          {view.wording.document}
        </h2>
        <div>
          {!isClosed && (
            <button type="button" class="button quiet" onClick={() => setExporting(true)}>
              {words.pdf}
            </button>
          )}
          <button type="button" class="button quiet" onClick={() => setHistory("versions")}>
            {`${words.history} (${document.version})`}
          </button>
        </div>
      </div>
      <div class="scroller document" ref={scroller} lang={document.language}>
        {seen.since && (
          <Since view={view} since={seen.since} onShow={() => setHistory(seen.since)} onDismiss={seen.dismiss} />
        )}
        <Readiness
          view={view}
          readiness={readiness}
          guesses={guesses.length}
          onGuesses={() => globalThis.document.getElementById(lineOf(guesses[0]?.id ?? ""))?.focus()}
        />
        {outline(document, gone).map((part) => (
          <Section key={part.name} view={view} part={part}>
            {part.lines.map(({ item, isNested }) => (
              <Line
                key={item.id}
                view={view}
                item={item}
                isNested={isNested}
                isNew={item.addedIn > seen.newAfter}
                finding={findings.get(item.id)}
                opened={opened?.id === item.id ? opened : undefined}
                isGone={item === gone}
                onOpen={open}
                onDropped={setDropped}
              />
            ))}
          </Section>
        ))}
        {!isClosed && (
          <HandOver
            words={all}
            isSubmitted={state.session?.status === "submitted"}
            submission={state.submission}
            onPress={onSubmit}
          />
        )}
      </div>
      {dropped && <Dropped view={view} id={dropped} onClose={() => setDropped(undefined)} />}
      {!isClosed && talk.sessionId && (
        <LazyExports
          sessionId={talk.sessionId}
          state={state}
          isOpen={isExporting}
          onOpen={() => setExporting(true)}
          onClose={() => setExporting(false)}
        />
      )}
      {history && <History view={view} state={state} shown={history} onShow={setHistory} />}
    </>
  )
}
