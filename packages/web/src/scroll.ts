import type { RefObject } from "preact"
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks"

/** This close to the end counts as being there. */
const NEAR_PX = 32
/** Room above the start of a reply that is longer than the window. */
const ABOVE_PX = 16

export type Follow = { behind: boolean; toEnd: () => void }

/**
 * Keeps the newest text in view until the reader scrolls up. A reply longer than the window is followed only until its first line
 * reaches the top: whoever reads it from the start is not carried past it. `newest` holds the reply, or
 * nothing while there is none.
 */
export function useFollow(scroller: RefObject<HTMLElement | null>, newest: RefObject<HTMLElement | null>): Follow {
  const following = useRef(true)
  const top = useRef(0)
  const [behind, setBehind] = useState(false)

  const follow = () => {
    const view = scroller.current
    if (!view) return
    if (following.current) {
      const end = view.scrollHeight - view.clientHeight
      const start = startOf(view, newest.current)
      const wanted = view.scrollTop > start + 1 ? end : Math.min(end, start)
      if (wanted > view.scrollTop) view.scrollTop = wanted
    }
    setBehind(below(view) > NEAR_PX)
  }

  useLayoutEffect(follow)

  useEffect(() => {
    const view = scroller.current
    if (!view) return
    const scrolled = () => {
      const up = view.scrollTop < top.current
      top.current = view.scrollTop
      if (below(view) <= NEAR_PX) following.current = true
      else if (up) following.current = false
      setBehind(below(view) > NEAR_PX)
    }
    const resized = new ResizeObserver(follow)
    resized.observe(view)
    view.addEventListener("scroll", scrolled, { passive: true })
    return () => {
      resized.disconnect()
      view.removeEventListener("scroll", scrolled)
    }
  }, [])

  const toEnd = () => {
    following.current = true
    const smooth = matchMedia("(prefers-reduced-motion: no-preference)").matches
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight, behavior: smooth ? "smooth" : "instant" })
  }

  return { behind, toEnd }
}

const below = (view: HTMLElement) => view.scrollHeight - view.clientHeight - view.scrollTop

/** Where the view would have to stand for the element to begin at its top. */
function startOf(view: HTMLElement, element: HTMLElement | null): number {
  if (!element?.hasChildNodes()) return Number.POSITIVE_INFINITY
  return element.getBoundingClientRect().top - view.getBoundingClientRect().top + view.scrollTop - ABOVE_PX
}
