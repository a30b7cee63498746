import type { Document, Item } from "../protocol/document.ts"

/** What is different between two versions of one document. A line that was put back as it was is not. */
export type Diff = {
  from: number
  to: number
  /** New, or back again. */
  added: Item[]
  changed: { before: Item; after: Item }[]
  /** Retired, superseded, or taken away by an undo. */
  removed: Item[]
}

export function diff(older: Document, newer: Document): Diff {
  const before = new Map(older.items.map((item) => [item.id, item]))
  const after = new Map(newer.items.map((item) => [item.id, item]))
  const result: Diff = { from: older.version, to: newer.version, added: [], changed: [], removed: [] }
  for (const item of newer.items) {
    const was = before.get(item.id)
    if (!was || isGone(was)) {
      if (!isGone(item)) result.added.push(item)
    } else if (isGone(item)) result.removed.push(was)
    else if (content(was) !== content(item)) result.changed.push({ before: was, after: item })
  }
  result.removed.push(...older.items.filter((item) => !after.has(item.id) && !isGone(item)))
  return result
}

const isGone = ({ state }: Item) => state === "retired" || state === "superseded"
const content = ({ changedIn: _, ...item }: Item) => JSON.stringify(item)
