import type { ChatState } from "@spec-wizard/client"
import { guessesOf } from "@spec-wizard/core/document/format/group"
import { lint } from "@spec-wizard/core/document/lint"
import { wordings } from "@spec-wizard/core/document/wordings"
import { type Item, isLive, prefixes } from "@spec-wizard/core/protocol/document"
import type { ComponentChildren } from "preact"
import { useMemo, useRef, useState } from "preact/hooks"
import { LazyExports } from "../export/lazy.tsx"
import { Skip } from "../layout/skip.tsx"
import { documentWords } from "../words/document/words.ts"
import type { Words } from "../words/wording.ts"
import { language } from "../words/words.ts"
import { HandOver } from "./hand-over.tsx"
import { History, type Shown } from "./history.tsx"
import { Line } from "./line.tsx"
import { HEADING, lineOf } from "./line-id.ts"
import { isForVisitors } from "./note.tsx"
import { outline } from "./outline.ts"
import { Readiness } from "./readiness.tsx"
import { refusal } from "./save.ts"
import { Section } from "./section.tsx"
import { Since } from "./since.tsx"
import { Unsorted } from "./unsorted.tsx"
import { useLines } from "./use-lines.ts"
import type { Seen } from "./use-seen.ts"
import { useSorting } from "./use-sorting.ts"
import type { View } from "./view.ts"
import { WayBack } from "./way-back.tsx"

export type PanelProps = Pick<View, "talk" | "toWords" | "ask"> & {
  words: Words
  state: ChatState
  seen: Seen
  toBox: () => void
  onSubmit: () => void
}

/** The document beside the conversation. */
export function Panel({ words: all, state, talk, seen, toWords, ask, toBox, onSubmit }: PanelProps) {
  const { patches, messages } = state
  const here = useMemo(() => new Set<string>(messages.map(({ id }) => id)), [messages])
  const sorting = useSorting(talk, state.document)
  const document = sorting.shown
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
    isHere: (messageId) => here.has(messageId),
    toWords,
    ask,
  }
  const isThere = document.items.some((item) => item.id === opened?.id && isLive(item))
  const gone = isThere ? undefined : opened
  const parts = outline(document, gone)
  const unsorted = parts.find(({ name }) => name === "unsorted")?.lines.map(({ item }) => item.id) ?? []
  const guesses = guessesOf(document)
  const goTo = (id = "") => globalThis.document.getElementById(lineOf(id))?.focus()
  const open = (item: Item | undefined) => {
    setOpened(item)
    setDropped(undefined)
    sorting.forget()
  }
  const drop = (id: string) => {
    setDropped(id)
    sorting.forget()
  }
  const line = (item: Item, isNested: boolean, tick?: ComponentChildren, choice?: ComponentChildren) => (
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
      onDropped={drop}
      tick={tick}
      choice={choice}
    />
  )
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
          unsorted={{ count: unsorted.length, onPress: () => goTo(unsorted[0]) }}
          guesses={{ count: guesses.length, onPress: () => goTo(guesses[0] && lineWith(guesses[0])) }}
        />
        {parts.map((part) =>
          part.name === "unsorted" ? (
            <Unsorted
              key={part.name}
              view={view}
              part={part}
              refused={sorting.refused === undefined ? "" : refusal(sorting.refused, words)}
              onTick={sorting.forget}
              onSort={(ids, kind, next) => {
                setDropped(undefined)
                sorting.sort(ids, kind, next)
              }}
              line={(item, tick, choice) => line(item, false, tick, choice)}
            />
          ) : (
            <Section key={part.name} view={view} part={part}>
              {part.lines.map(({ item, isNested }) => line(item, isNested))}
            </Section>
          ),
        )}
        {!isClosed && (
          <HandOver
            words={all}
            isSubmitted={state.session?.status === "submitted"}
            submission={state.submission}
            onPress={onSubmit}
          />
        )}
      </div>
      {dropped && (
        <WayBack
          view={view}
          text={words.dropped(dropped)}
          did={(operation) => operation.op === "retire" && operation.id === dropped}
          takesFocus
          onClose={() => setDropped(undefined)}
        />
      )}
      {sorting.done.length > 0 && (
        <WayBack
          view={view}
          text={words.sorting.sorted(sorting.done.length)}
          did={(operation) => operation.op === "supersede" && operation.id === sorting.done[0]}
          onClose={sorting.forget}
        />
      )}
      {!isClosed && talk.sessionId && (
        <LazyExports
          page={all}
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

/** A check stands in its requirement's line: `AC-3.2` in that of `FR-3`. */
const lineWith = (id: string) => id.replace(/^AC-(\d+)\..*$/, `${prefixes.requirement}-$1`)
