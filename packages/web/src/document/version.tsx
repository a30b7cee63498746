import { type ChatState, openingOf } from "@spec-wizard/client"
import type { Document } from "@spec-wizard/core/protocol/document"
import { useState } from "preact/hooks"
import { Differences } from "./differences.tsx"
import { useSave } from "./use-save.ts"
import { type Counts, canTakeBack, counted, difference } from "./versions.ts"
import type { View } from "./view.ts"

type Patch = ChatState["patches"][number]
type Props = {
  view: View
  state: ChatState
  patch: Patch
  before: Document
  after: Document
  isChosen: boolean
  onChoose: () => void
}

/** One change of the document: when, by whom, from which words; unfolded, what it changed. */
export function Version({ view, state, patch, before, after, isChosen, onChoose }: Props) {
  const { words, wording, lang } = view
  const { version, at, by, messageId } = patch
  const changes = difference(before, after)
  const message = state.messages.find(({ id }) => id === messageId)
  const [open, close] = wording.quotes
  return (
    <li class="version">
      <button type="button" class="version-head" aria-expanded={isChosen} onClick={onChoose}>
        <span class="version-name">{wording.version(version)}</span>
        <Sums view={view} counts={counted(changes)} />
        <span class="version-about">
          <time dateTime={at} lang={lang}>
            {moment(at, lang)}
          </time>
          {` · ${wording.labels.by} ${wording.labels[by]}`}
        </span>
        {message && (
          <span class="version-about" lang={lang}>
            {`${words.from} ${open}${openingOf(message.text)}${close}`}
          </span>
        )}
      </button>
      {isChosen && (
        <div class="version-body">
          <Differences view={view} difference={changes} />
          <TakeBack
            view={view}
            version={version}
            isPossible={by !== "import" && state.document !== undefined && canTakeBack(before, after, state.document)}
          />
        </div>
      )}
    </li>
  )
}

/** "+2 ~1 −1" to look at, "2 lines added, 1 changed, 1 taken away" to listen to. */
function Sums({ view, counts }: { view: View; counts: Counts }) {
  const { added, changed, removed } = counts
  const signs = [added && `+${added}`, changed && `~${changed}`, removed && `−${removed}`]
  return (
    <span class="sums">
      <span aria-hidden="true">{signs.filter(Boolean).join(" ")}</span>
      <span class="unseen">{`, ${view.counts(counts) || view.words.same}`}</span>
    </span>
  )
}

function TakeBack({ view, version, isPossible }: { view: View; version: number; isPossible: boolean }) {
  const { words, lang, talk, isClosed } = view
  const saving = useSave(talk, words)
  const [isDone, setDone] = useState(false)
  return (
    <div class="take-back" lang={lang}>
      <p role="status">{saving.word || (isDone ? words.takenBack : "")}</p>
      {isPossible && !isClosed && (
        <button type="button" class="button" onClick={async () => setDone(await saving.run({ op: "undo", version }))}>
          {words.takeBack}
        </button>
      )}
    </div>
  )
}

/** As the reader's own country writes it, where the page speaks its language. */
const moment = (iso: string, lang: string) =>
  new Intl.DateTimeFormat(navigator.languages.find((tag) => tag.startsWith(lang)) ?? lang, {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(iso))
