import type { RefObject } from "preact"
import { useEffect, useRef } from "preact/hooks"

type On = {
  /** By keyboard: to the line that these words were made into. */
  enter: (words: Element) => void
  /** With the pointer: the line may come into view. */
  point: (words: Element) => void
}

/**
 * In the conversation ← and → go from one quoted stretch to the next, so that long messages put nothing in the way of Tab. From the
 * conversation itself ← goes to the latest one.
 */
export function useWords(conversation: RefObject<HTMLElement | null>, on: On) {
  const latest = useRef(on)
  latest.current = on
  useEffect(() => {
    const root = conversation.current
    if (!root) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      const words = [...root.querySelectorAll("mark")]
      const at = event.target instanceof HTMLElement ? words.indexOf(event.target) : -1
      const quoted = words[at]
      if (quoted && event.key === "Enter") {
        event.preventDefault()
        latest.current.enter(quoted)
      }
      const step = steps[event.key]
      if (!step || (!quoted && event.target !== root)) return
      const next = quoted ? words[at + step] : words.at(step < 0 ? -1 : 0)
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    const point = ({ target }: MouseEvent) => {
      const words = target instanceof Element ? target.closest("mark") : null
      if (words) latest.current.point(words)
    }
    root.addEventListener("keydown", press)
    root.addEventListener("click", point)
    return () => {
      root.removeEventListener("keydown", press)
      root.removeEventListener("click", point)
    }
  }, [conversation])
}

const steps: Partial<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 }
