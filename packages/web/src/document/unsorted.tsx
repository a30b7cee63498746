import type { Item } from "@spec-wizard/core/protocol/document"
import type { Sortable } from "@spec-wizard/core/protocol/operation"
import type { ComponentChildren, VNode } from "preact"
import { useState } from "preact/hooks"
import type { Part } from "./outline.ts"
import { Section } from "./section.tsx"
import { SortChoice } from "./sort-choice.tsx"
import type { View } from "./view.ts"

type Props = {
  view: View
  part: Part
  /** Why something stayed unsorted. */
  refused: string
  onTick: () => void
  /** `next`: the line one goes on with. */
  onSort: (ids: readonly string[], kind: Sortable, next: string | undefined) => void
  /** A line, with whether it is one of those to be sorted together, and what it may be. */
  line: (item: Item, tick: ComponentChildren, choice: ComponentChildren) => VNode
}

/** What somebody said and nobody has sorted: each line by one tap, or several that were ticked. */
export function Unsorted({ view, part, refused, onTick, onSort, line }: Props) {
  const { sorting } = view.words
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const open = part.lines.filter(({ item }) => item.locked === "none").map(({ item }) => item.id)
  const chosen = open.filter((id) => ticked.has(id))
  const tick = (ids: readonly string[], isOn: boolean) => {
    onTick()
    setTicked(isOn ? new Set([...ticked, ...ids]) : new Set([...ticked].filter((id) => !ids.includes(id))))
  }
  const canSort = !view.isClosed
  const sort = (ids: readonly string[], kind: Sortable) => {
    const after = open.slice(open.indexOf(ids.at(-1) ?? "") + 1)
    onSort(ids, kind, after[0] ?? open.findLast((id) => !ids.includes(id)))
  }
  return (
    <Section
      view={view}
      part={part}
      lead={
        canSort && (
          <div class="sort-lead" lang={view.lang}>
            <p>{sorting.lead}</p>
            {open.length > 1 && (
              <Tick
                word={sorting.all(open.length)}
                isOn={chosen.length === open.length}
                onTick={(is) => tick(open, is)}
              />
            )}
            {refused && (
              <p class="line-word failed" role="alert">
                {refused}
              </p>
            )}
          </div>
        )
      }
      foot={
        canSort &&
        chosen.length > 0 && (
          <div class="sort-bar" lang={view.lang}>
            <p role="status">{sorting.chosen(chosen.length)}</p>
            <SortChoice view={view} about={sorting.chosen(chosen.length)} onSort={(kind) => sort(chosen, kind)} />
          </div>
        )
      }
    >
      {part.lines.map(({ item }) => {
        const isOpen = canSort && open.includes(item.id)
        return line(
          item,
          isOpen && open.length > 1 && (
            <Tick
              word={sorting.choose(item.id)}
              isUnseen
              isOn={ticked.has(item.id)}
              onTick={(isOn) => tick([item.id], isOn)}
            />
          ),
          isOpen && <SortChoice view={view} about={sorting.which(item.id)} onSort={(kind) => sort([item.id], kind)} />,
        )
      })}
    </Section>
  )
}

type TickProps = { word: string; isUnseen?: boolean; isOn: boolean; onTick: (isOn: boolean) => void }

const Tick = ({ word, isUnseen, isOn, onTick }: TickProps) => (
  <label class="tick">
    <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onTick(currentTarget.checked)} />
    <span {...(isUnseen && { class: "unseen" })}>{word}</span>
  </label>
)
