import type { Span } from "@spec-wizard/core/document/sentence"
import { type Line, spanOf } from "./lines.ts"

const SPEAKER =
  /^(?:\[?[\d./:,\s-]{4,24}(?:[ap]m)?\]?\s*[-–]?\s*)?[([]?(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2})(?:(?:\s?\([^)]{1,30}\))?\s?:|(?<=[([][^)\]]*)[)\]]:?)\s+(?=\S)/u

/** Who says a line, where the same few names stand before several: minutes and chats. By the number of the line. */
export function speakersOf(text: string, all: readonly Line[], isKnown: (label: string) => boolean): Map<number, Span> {
  const found = new Map<number, Span & { name: string }>()
  for (const [at, { whole, start, end }] of all.entries()) {
    const [said, name] = SPEAKER.exec(text.slice(start, end)) ?? []
    if (said && name && name.length > 1 && whole.start <= start && !isKnown(name))
      found.set(at, { start, end: start + said.trimEnd().length, name })
  }
  const counts = Map.groupBy(found.values(), ({ name }) => name)
  const isTalk = counts.size > 1 && [...counts.values()].filter(({ length }) => length > 1).length > 0
  return new Map(
    [...found]
      .filter(([, { name }]) => isTalk && ((counts.get(name)?.length ?? 0) > 1 || found.size > 2 * counts.size))
      .map(([at, one]) => [at, spanOf(one)]),
  )
}
