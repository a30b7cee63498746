import type { ChatState } from "@spec-wizard/client"
import { advance } from "@spec-wizard/core/document/apply"
import { type Diff, diff } from "@spec-wizard/core/document/diff"
import { type Document, empty, type Item } from "@spec-wizard/core/protocol/document"

type Patches = ChatState["patches"]

/** How many lines. */
export type Counts = { added: number; changed: number; removed: number }

/** The document at every version there was here, the first one empty: one that began with a file goes on from the file's version. */
export function documents(patches: Patches): Document[] {
  const all = [empty("en")] // the first patch says in which language
  for (const patch of patches) all.push(advance(all.at(-1) ?? empty("en"), patch))
  return all
}

export const documentAt = (patches: Patches, version: number): Document =>
  patches.filter((patch) => patch.version <= version).reduce(advance, empty("en"))

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
export function canTakeBack(before: Document, after: Document, now: Document): boolean {
  const earlier = byId(before)
  const current = byId(now)
  const touched = after.items.filter((item) => !same(item, earlier.get(item.id)))
  return touched.length > 0 && touched.every((item) => same(item, current.get(item.id)))
}

const byId = ({ items }: Document) => new Map(items.map((item) => [item.id, item]))
const same = (a: Item, b: Item | undefined) => JSON.stringify(a) === JSON.stringify(b)
