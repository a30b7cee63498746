import type { ChatState } from "@spec-wizard/client"
import { type Item, isLive } from "@spec-wizard/core/protocol/document"

/**
 * What became of a stretch of a message (UTF-16 units, the end not included): a line was made of it, or stands with it beside the words it was
 * made of; it waits in a line that is not sorted yet; the line that had it counts no more; or it is beside the matter.
 */
export type Range = { start: number; end: number } & (
  | { as: "line" | "beside" | "unsorted"; line: string }
  | { as: "gone" | "aside"; line?: undefined }
)

/** `isSettled`: a turn for the message has ended, so that every word of it has its place. */
export type Place = { ranges: readonly Range[]; isSettled: boolean }

/** By message. */
export type Places = ReadonlyMap<string, Place>

export function placesOf(document: ChatState["document"], asides: ChatState["asides"]): Places {
  const places = new Map<string, { ranges: Range[]; isSettled: boolean }>()
  const placeOf = (messageId: string) => {
    const place = places.get(messageId) ?? { ranges: [], isSettled: false }
    places.set(messageId, place)
    return place
  }
  for (const item of document?.items ?? [])
    for (const { messageId, start, end, context } of sourcesOf(item))
      placeOf(messageId).ranges.push({ start, end, ...placed(item, context) })
  for (const [messageId, spans] of asides) {
    const place = placeOf(messageId)
    place.isSettled = true
    place.ranges.push(...spans.map(({ start, end }) => ({ start, end, as: "aside" }) as const))
  }
  return places
}

function placed(item: Item, isBeside = false) {
  if (!isLive(item)) return { as: "gone" } as const
  if (item.kind === "unsorted") return { as: "unsorted", line: item.id } as const
  return { as: isBeside ? "beside" : "line", line: item.id } as const
}

/** Those of a line, and of how to check it. */
const sourcesOf = (item: Item) =>
  item.kind === "requirement" ? [...item.sources, ...item.criteria.flatMap(({ sources }) => sources)] : item.sources
