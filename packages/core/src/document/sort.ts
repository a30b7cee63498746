import { type Document, type ID, Item } from "../protocol/document.ts"
import type { Sortable } from "../protocol/operation.ts"

/** What lines of a kind cannot be without, where words alone are known. */
const LEAST: Partial<Record<Sortable, object>> = {
  requirement: { criteria: [] },
  quality: { category: "functional suitability" },
}

/**
 * The line that takes the place of an unsorted one: of that kind, with its words and sources, accepted. Undefined when `item` is sorted
 * already, or its words are too long for the kind.
 */
export function sort(
  item: Item,
  kind: Sortable,
  id: ID,
  version: Document["version"],
  evidence: "stated" | "confirmed",
): Item | undefined {
  if (item.kind !== "unsorted") return undefined
  const { text, sources, dependsOn } = item
  return Item.safeParse({
    ...LEAST[kind],
    kind,
    id,
    text,
    sources: sources.map(({ context: _, ...source }) => source),
    dependsOn,
    state: "accepted",
    evidence,
    locked: "none",
    addedIn: version,
    changedIn: version,
  }).data
}
