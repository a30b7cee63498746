import { ApiError } from "@spec-wizard/client"
import type { Edit } from "@spec-wizard/core/protocol/operation"
import type { Talk } from "../talk.ts"
import type { Wishes } from "./preview.ts"
import { isAsSeen, newer } from "./save.ts"
import { waitingIn } from "./waiting.ts"

/** As many as the server takes at once. */
const AT_ONCE = 50
/** Somebody else may write at the same time, again and again. */
const MAX_TRIES = 3

export type Kind = Extract<Edit, { op: "sort" }>["kind"]

export type On = {
  /** What is wished and not in the document yet. */
  wishes: (wishes: Wishes) => void
  sorted: (ids: readonly string[]) => void
  refused: (cause: unknown) => void
}

/**
 * Sorts lines one request after the other, because each is for the document as the one before left it: what is wished meanwhile goes together with
 * the next, as one version. A line that is not as it was seen any more is left alone, the others are sorted.
 */
export function createSorter(talk: Talk, on: On): (ids: readonly string[], kind: Kind) => void {
  const wishes = new Map<string, Kind>()
  let waiting: string[] = []
  let isBusy = false
  const tell = () => on.wishes(new Map(wishes))

  async function run() {
    while (waiting.length > 0) {
      const ids = waiting.slice(0, AT_ONCE)
      waiting = waiting.slice(AT_ONCE)
      try {
        const sorted = await send(ids)
        if (sorted.length > 0) on.sorted(sorted)
      } catch (cause) {
        on.refused(cause)
      }
      for (const id of ids) wishes.delete(id)
      tell()
    }
    isBusy = false
  }

  /** Gives those that were sorted. */
  async function send(wished: readonly string[], tries = 1): Promise<readonly string[]> {
    const seen = talk.state
    const there = new Set(seen.document && waitingIn(seen.document))
    const ids = wished.filter((id) => there.has(id))
    const edits = ids.flatMap((id) => {
      const kind = wishes.get(id)
      return kind ? [{ op: "sort", id, kind } as const] : []
    })
    if (edits.length === 0) return []
    try {
      await talk.edit(edits)
    } catch (cause) {
      if (!(cause instanceof ApiError) || cause.code !== "specification.conflict" || tries === MAX_TRIES) throw cause
      const now = await newer(talk, seen)
      const same = ids.filter((id) => isAsSeen(id, seen, now))
      if (same.length < ids.length) on.refused(cause)
      return send(same, tries + 1)
    }
    await newer(talk, seen)
    return ids
  }

  return (ids, kind) => {
    for (const id of ids) {
      wishes.set(id, kind)
      if (!waiting.includes(id)) waiting.push(id)
    }
    tell()
    if (isBusy) return
    isBusy = true
    void run()
  }
}
