import { isGuess } from "@spec-wizard/core/document/format/group"
import type { Finding } from "@spec-wizard/core/document/lint"
import type { Item } from "@spec-wizard/core/protocol/document"
import type { ComponentChildren } from "preact"
import { useRef } from "preact/hooks"
import { Criteria } from "./criteria.tsx"
import { Facts } from "./facts.tsx"
import { LineActions } from "./line-actions.tsx"
import { LineEditor } from "./line-editor.tsx"
import { LineHead } from "./line-head.tsx"
import { lineOf } from "./line-id.ts"
import { Note } from "./note.tsx"
import { Question } from "./question.tsx"
import { Quotes } from "./quotes.tsx"
import { useSave } from "./use-save.ts"
import type { View } from "./view.ts"

type Props = {
  view: View
  item: Item
  isNested: boolean
  isNew: boolean
  finding: Finding | undefined
  /** The line as it was when somebody began to write in it. */
  opened: Item | undefined
  /** Somebody took the line away while it is written in. */
  isGone: boolean
  onOpen: (item: Item | undefined) => void
  onDropped: (id: string) => void
  /** Of a line that is not sorted: whether it is one of those to be sorted together, and what it may be. */
  tick?: ComponentChildren
  choice?: ComponentChildren
}

export function Line({ view, item, isNested, isNew, finding, opened, isGone, onOpen, onDropped, tick, choice }: Props) {
  const line = useRef<HTMLLIElement>(null)
  const saving = useSave(view.talk, view.words)
  const { id } = item
  const stay = () => line.current?.focus({ preventScroll: true })
  const classes = ["line", isNested && "nested", item.kind === "feature" && "feature", isGuess(item) && "guess"]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be done with a line shows when it has the focus
    <li ref={line} id={lineOf(id)} class={classes.filter(Boolean).join(" ")} tabIndex={0} data-lines={id}>
      {tick}
      <LineHead view={view} item={item} isNew={isNew} />
      {opened && !view.isClosed ? (
        <LineEditor
          view={view}
          item={item}
          opened={opened}
          isGone={isGone}
          onClose={() => {
            onOpen(undefined)
            stay()
          }}
        />
      ) : (
        <>
          <p class="line-text" dir="auto">
            {item.title && item.title !== item.text && <strong class="line-title">{`${item.title}. `}</strong>}
            {item.text}
          </p>
          <Facts item={item} wording={view.wording} />
          <Quotes view={view} item={item} />
          {choice}
          {item.kind === "question" && <Question view={view} item={item} />}
          {item.kind === "requirement" && <Criteria view={view} criteria={item.criteria} />}
          {finding && <Note view={view} finding={finding} />}
          <LineActions
            view={view}
            item={item}
            onConfirm={() => {
              stay()
              void saving.run({ op: "confirm", id })
            }}
            onChange={() => onOpen(item)}
            onDrop={async () => {
              if (await saving.run({ op: "retire", id })) onDropped(id)
            }}
            onLock={() => void saving.run({ op: item.locked === "none" ? "lock" : "unlock", id })}
          />
        </>
      )}
      {saving.word && (
        <p
          class={saving.failed ? "line-word failed" : "line-word"}
          lang={view.lang}
          {...(saving.failed && { role: "alert" })}
        >
          {saving.word}
        </p>
      )}
    </li>
  )
}
