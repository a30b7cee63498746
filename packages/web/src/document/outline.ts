import { inOrder } from "@spec-wizard/core/document/format/order"
import { SECTIONS, type Section } from "@spec-wizard/core/document/wording"
import type { Document, Item, ItemOf } from "@spec-wizard/core/protocol/document"

/** Numbered without gaps, as they are shown. A feature's requirements stand below it. */
export type Part = { number: number; name: Section; lines: readonly { item: Item; isNested: boolean }[] }

/**
 * The document as it is read: sections that have lines, lines that still count, in the order in which they were said. `kept` is shown whatever
 * became of it, because somebody is writing in it.
 */
export function outline({ items }: Pick<Document, "items">, kept?: Item): Part[] {
  const all = items.map((item) => (item.id === kept?.id ? { ...kept, state: "proposed" as const } : item))
  const shown = inOrder({ items: all }).map((item) => (item.id === kept?.id ? kept : item))
  if (kept && !shown.includes(kept)) shown.push(kept)
  return SECTIONS.flatMap(({ name, kinds }) => {
    const ofKinds = (kinds as readonly Item["kind"][]).flatMap((kind) => shown.filter((item) => item.kind === kind))
    const lines = name === "requirements" ? byFeature(ofKinds) : ofKinds.map((item) => ({ item, isNested: false }))
    return lines.length > 0 ? [{ name, lines }] : []
  }).map((part, index) => ({ number: index + 1, ...part }))
}

/** Each feature with its requirements, then those of none. */
function byFeature(items: readonly Item[]): Part["lines"] {
  const features = items.filter((item): item is ItemOf<"feature"> => item.kind === "feature")
  const ids = new Set(features.map(({ id }) => id))
  const featureOf = (item: Item) =>
    item.kind === "requirement" && ids.has(item.feature ?? "") ? item.feature : undefined
  return [...features, undefined].flatMap((feature) => [
    ...(feature ? [{ item: feature, isNested: false }] : []),
    ...items
      .filter((item) => item.kind === "requirement" && featureOf(item) === feature?.id)
      .map((item) => ({ item, isNested: feature !== undefined })),
  ])
}
