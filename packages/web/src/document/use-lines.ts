import type { RefObject } from "preact"
import { useEffect } from "preact/hooks"

/** In the document ↑ and ↓ go from line to line, and a tap puts the focus on one: that shows what can be done with it. */
export function useLines(document: RefObject<HTMLElement | null>, isThere: boolean) {
  useEffect(() => {
    const root = document.current
    if (!isThere || !root) return
    const press = (event: KeyboardEvent) => {
      const step = steps[event.key]
      const line = lineAt(event.target)
      if (!step || !line || isField(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
        return
      const lines = [...root.querySelectorAll<HTMLElement>(".line")]
      const next = lines[lines.indexOf(line) + step]
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    // Phones do not focus what is tapped.
    const tap = ({ target }: MouseEvent) => {
      if (target instanceof Element && !target.closest("button, textarea, details, label, select"))
        lineAt(target)?.focus({ preventScroll: true })
    }
    root.addEventListener("keydown", press)
    root.addEventListener("click", tap)
    return () => {
      root.removeEventListener("keydown", press)
      root.removeEventListener("click", tap)
    }
  }, [document, isThere])
}

const steps: Partial<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 }

/** In a list the arrows choose. */
const isField = (target: EventTarget | null) => target instanceof Element && target.matches("select, input")

const lineAt = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>(".line") : null)
