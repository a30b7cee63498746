import { useLayoutEffect, useRef, useState } from "preact/hooks"
import type { Side } from "./tabs.tsx"
import { useWide } from "./use-wide.ts"

export type Sides = {
  wide: boolean
  /** The one that a narrow page shows. */
  side: Side
  isShown: (side: Side) => boolean
  /** Shows it and then, when it can take the focus, does the rest. */
  show: (side: Side, then?: () => void) => void
}

export function useSides(): Sides {
  const wide = useWide()
  const [side, setSide] = useState<Side>("talk")
  const next = useRef<() => void>(undefined)
  useLayoutEffect(() => {
    const then = next.current
    next.current = undefined
    then?.()
  })
  const isShown = (one: Side) => wide || one === side
  const show = (wanted: Side, then?: () => void) => {
    if (isShown(wanted)) {
      then?.()
      return
    }
    next.current = then
    setSide(wanted)
  }
  return { wide, side, isShown, show }
}
