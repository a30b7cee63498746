import type { Finding } from "@spec-wizard/core/specification/lint"
import { type Item, isLive } from "@spec-wizard/core/specification/schema"
import { useRef } from "preact/hooks"
import { Criteria } from "./criteria.tsx"
import { Facts } from "./facts.tsx"
import { LineActions } from "./line-actions.tsx"
import { LineEditor } from "./line-editor.tsx"
import { LineHead } from "./line-head.tsx"
import { Note } from "./note.tsx"
import { isGuess } from "./outline.ts"
import { Question } from "./question.tsx"
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
  onOpen: (item: Item | undefined) => void
  onDropped: (id: string) => void
}

export function Line({ view, item, isNested, isNew, finding, opened, onOpen, onDropped }: Props) {
  const line = useRef<HTMLLIElement>(null)
  const saving = useSave(view.talk, view.words)
  const { id } = item
  const stay = () => line.current?.focus({ preventScroll: true })
  const tap = (event: MouseEvent) => {
    // Phones do not focus what is tapped, and the focus shows what can be done.
    if (event.target instanceof Element && !event.target.closest("button, textarea, summary, details")) stay()
  }
  const classes = ["line", isNested && "nested", item.kind === "feature" && "feature", isGuess(item) && "guess"]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be done with a line shows when it has the focus
    <li ref={line} id={lineOf(id)} class={classes.filter(Boolean).join(" ")} tabIndex={0} data-lines={id} onClick={tap}>
      <LineHead view={view} item={item} isNew={isNew} />
      {opened && !view.isClosed ? (
        <LineEditor
          view={view}
          item={item}
          opened={opened}
          isGone={!isLive(item) || !isIn(view, id)}
          onClose={() => {
            onOpen(undefined)
            stay()
          }}
        />
      ) : (
        <>
          <p class="line-text" dir="auto">
            {item.title && <strong class="line-title">{`${item.title}. `}</strong>}
            {item.text}
          </p>
          <Facts item={item} wording={view.wording} />
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
        <p class={saving.failed ? "line-word failed" : "line-word"} lang={view.lang} {...(saving.failed && { role: "alert" })}>
          {saving.word}
        </p>
      )}
    </li>
  )
}

export const lineOf = (id: string) => `line-${id}`

const isIn = ({ talk }: View, id: string) => talk.state.document?.items.some((item) => item.id === id) ?? false
