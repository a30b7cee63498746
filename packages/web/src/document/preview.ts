import { apply } from "@spec-wizard/core/document/apply"
import { sort } from "@spec-wizard/core/document/sort"
import { type Document, isLive, prefixes } from "@spec-wizard/core/protocol/document"
import type { Sortable } from "@spec-wizard/core/protocol/operation"

/** Lines, and what each is said to be. */
export type Wishes = ReadonlyMap<string, Sortable>

/** The document as it will be when the server has heard of it. A line that has been sorted meanwhile stays as it is. */
export function preview(document: Document, wishes: Wishes): Document {
  const version = document.version + 1
  let next = document
  for (const [id, kind] of wishes) {
    const item = next.items.find((one) => one.id === id)
    const becomes = `${prefixes[kind]}-${(next.used[kind] ?? 0) + 1}`
    const sorted = item && isLive(item) && sort(item, kind, becomes, version, "confirmed")
    if (sorted) next = apply(next, [{ op: "supersede", id, item: sorted }], version)
  }
  return { ...next, version: document.version }
}
