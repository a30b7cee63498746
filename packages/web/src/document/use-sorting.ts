import type { Document } from "@spec-wizard/core/protocol/document"
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks"
import type { Talk } from "../talk.ts"
import { lineOf } from "./line-id.ts"
import { preview, type Wishes } from "./preview.ts"
import { createSorter, type Kind } from "./sorter.ts"

export type Sorting = {
  /** The document as if what was tapped had arrived already. */
  shown: Document | undefined
  /** Sorted last, until something else is done. */
  done: readonly string[]
  /** Why something stayed unsorted. */
  refused: unknown
  /** `next`: the line that takes the focus; without one it follows the first of those that were sorted. */
  sort: (ids: readonly string[], kind: Kind, next: string | undefined) => void
  /** There is nothing to take back any more. */
  forget: () => void
}

const NONE: Wishes = new Map()

export function useSorting(talk: Talk, document: Document | undefined): Sorting {
  const [wishes, setWishes] = useState(NONE)
  const [done, setDone] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<unknown>()
  const after = useRef<{ first: string | undefined; next: string | undefined }>(undefined)
  const run = useMemo(
    () => createSorter(talk, { wishes: setWishes, sorted: setDone, refused: (cause) => setRefused(() => cause) }),
    [talk],
  )
  const shown = useMemo(() => document && preview(document, wishes), [document, wishes])

  useLayoutEffect(() => {
    if (!after.current) return
    const { first, next } = after.current
    after.current = undefined
    const line = next ?? shown?.items.find(({ id }) => id === first)?.supersededBy
    globalThis.document.getElementById(lineOf(line ?? ""))?.focus({ preventScroll: next === undefined })
  }, [shown])

  return {
    shown,
    done,
    refused,
    sort: (ids, kind, next) => {
      after.current = { first: ids[0], next }
      setDone([])
      setRefused(undefined)
      run(ids, kind)
    },
    forget: () => setDone([]),
  }
}
