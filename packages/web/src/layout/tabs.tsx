import { useRef } from "preact/hooks"
import type { Words } from "../words/wording.ts"

export type Side = "talk" | "document"
const sides: readonly Side[] = ["talk", "document"]

type Props = { words: Words; side: Side; changes: number; onChoose: (side: Side) => void }

/** On narrow pages, one side at a time. The arrow keys choose at once: both sides are there already. */
export function Tabs({ words, side, changes, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const choose = (chosen: Side) => {
    onChoose(chosen)
    list.current?.querySelector<HTMLElement>(`#${tabOf(chosen)}`)?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const to = keys[event.key]?.(side)
    if (!to) return
    event.preventDefault()
    choose(to)
  }
  return (
    <div class="tabs" role="tablist" aria-label={words.sides.heading} ref={list} onKeyDown={press}>
      {sides.map((one) => (
        <button
          type="button"
          role="tab"
          class="tab"
          key={one}
          id={tabOf(one)}
          aria-selected={one === side}
          aria-controls={one}
          tabIndex={one === side ? 0 : -1}
          onClick={() => onChoose(one)}
        >
          {words.sides[one]}
          {one === "document" && changes > 0 && <Changes words={words} count={changes} />}
        </button>
      ))}
    </div>
  )
}

const Changes = ({ words, count }: { words: Words; count: number }) => (
  <>
    <span class="count" aria-hidden="true">
      {count}
    </span>
    <span class="unseen">{`, ${words.sides.changes(count)}`}</span>
  </>
)

const other = (side: Side): Side => (side === "talk" ? "document" : "talk")
const keys: Partial<Record<string, (side: Side) => Side>> = {
  ArrowLeft: other,
  ArrowRight: other,
  Home: () => "talk",
  End: () => "document",
}

export const tabOf = (side: Side) => `tab-${side}`
