import type { ChatState } from "@spec-wizard/client"
import { isLive } from "@spec-wizard/core/protocol/document"

/** Words of a message that a line was made of: UTF-16 units, the end not included. */
export type Range = { start: number; end: number; line: string }

/** A stretch of a message, and the lines that were made of it. */
export type Piece = { text: string; lines: readonly string[] }

/** By message: what the lines that still count were made of. */
export function rangesOf(document: ChatState["document"]): ReadonlyMap<string, Range[]> {
  const ranges = new Map<string, Range[]>()
  for (const item of document?.items ?? []) {
    if (!isLive(item)) continue
    for (const { messageId, start, end } of item.sources)
      ranges.set(messageId, [...(ranges.get(messageId) ?? []), { start, end, line: item.id }])
  }
  return ranges
}

/** The whole text, cut wherever a quote begins or ends. Joined together the pieces are the text again, whatever the ranges say. */
export function split(text: string, ranges: readonly Range[]): Piece[] {
  const inside = ranges
    .map(({ start, end, line }) => ({ start: Math.max(0, start), end: Math.min(text.length, end), line }))
    .filter(({ start, end }) => start < end)
  const cuts = new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])
  const at = [...cuts].sort((a, b) => a - b)
  return at.slice(0, -1).map((from, index) => {
    const lines = inside.filter(({ start, end }) => start <= from && from < end).map(({ line }) => line)
    return { text: text.slice(from, at[index + 1]), lines: [...new Set(lines)] }
  })
}
