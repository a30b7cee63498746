import { type Document, type Item, isLive, Kind } from "../../protocol/document.ts"

/** Where something was first said. Ids of messages begin with their time. */
type Place = { messageId: string; start: number }

const NOWHERE: Place = { messageId: "", start: 0 }

/**
 * The lines that count, kind by kind, in the order in which they were said: so those of one heading stay together. A line that took another's
 * place stands where that one stood; one that nobody said, after the one before it.
 */
export function inOrder({ items }: Pick<Document, "items">): Item[] {
  const replaced = new Map(items.flatMap((item) => (item.supersededBy ? [[item.supersededBy, item] as const] : [])))
  const last = new Map<Kind, Place>()
  const places = new Map<Item, Place>()
  for (const item of items) {
    const place = placeOf(item, replaced) ?? last.get(item.kind) ?? NOWHERE
    last.set(item.kind, place)
    places.set(item, place)
  }
  const byPlace = (a: Item, b: Item) => compared(places.get(a) ?? NOWHERE, places.get(b) ?? NOWHERE)
  const live = items.filter(isLive)
  return Kind.options.flatMap((kind) => live.filter((item) => item.kind === kind).sort(byPlace))
}

/** Of the first of the lines that it took the place of, one after the other. A file can name them in a circle. */
function placeOf(item: Item, replaced: ReadonlyMap<string, Item>): Place | undefined {
  const seen = new Set<Item>()
  let place: Place | undefined
  for (let at: Item | undefined = item; at && !seen.has(at); at = replaced.get(at.id)) {
    seen.add(at)
    place = at.sources.find(({ context }) => !context) ?? place
  }
  return place
}

function compared(a: Place, b: Place): number {
  if (a.messageId !== b.messageId) return a.messageId < b.messageId ? -1 : 1
  return a.start - b.start
}
