import type { ChatState } from "@spec-wizard/client"
import { advance } from "@spec-wizard/core/specification/apply"
import { type Diff, diff } from "@spec-wizard/core/specification/diff"
import { type Document, empty, type Item } from "@spec-wizard/core/specification/schema"

type Patches = ChatState["patches"]

/** How many lines. */
export type Counts = { added: number; changed: number; removed: number }

/** The document as it was at a version; version 0 is empty. */
export const documentAt = (patches: Patches, version: number): Document =>
  patches.filter((patch) => patch.version <= version).reduce(advance, empty("en")) // the first patch says in which language

/** What a reader would see: links between lines, which the page does not show, are no difference. */
export function difference(older: Document, newer: Document): Diff {
  const all = diff(older, newer)
  return { ...all, changed: all.changed.filter(({ before, after }) => seen(before) !== seen(after)) }
}

const seen = ({ changedIn: _, dependsOn: __, addedIn: ___, ...shown }: Item) => JSON.stringify(shown)

export const counted = ({ added, changed, removed }: Diff): Counts => ({
  added: added.length,
  changed: changed.length,
  removed: removed.length,
})

export const total = ({ added, changed, removed }: Counts) => added + changed + removed

/** As the server decides it: whatever the version touched must be as the version left it. */
export function canTakeBack(patches: Patches, version: number, now: Document): boolean {
  const before = byId(documentAt(patches, version - 1))
  const current = byId(now)
  const touched = documentAt(patches, version).items.filter((item) => !same(item, before.get(item.id)))
  return touched.length > 0 && touched.every((item) => same(item, current.get(item.id)))
}

const byId = ({ items }: Document) => new Map(items.map((item) => [item.id, item]))
const same = (a: Item, b: Item | undefined) => JSON.stringify(a) === JSON.stringify(b)
