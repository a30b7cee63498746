import type { Span } from "@spec-wizard/core/document/sentence"
import type { Lexicon } from "../languages/language.ts"
import { doesIn, personIn } from "../write/subject.ts"
import { type Line, spanOf, trimmed } from "./lines.ts"

const SPEAKER =
  /^(?:\[?[\d./:,\s-]{4,24}(?:[ap]m)?\]?\s*[-–]?\s*)?[([]?(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2})(?:(?:\s?\([^)]{1,30}\))?\s?:|(?<=[([][^)\]]*)[)\]]:?)\s+(?=\S)/u

/** A name in any letters where the time of day stands with it: "[8/9 17:06] Ann cook: …", "j.doe 09:40 > …". */
const TIMED =
  /^(?:\[?[\d./,\s-]{0,12}\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]m)?\]?\s*[-–]?\s*(?<after>\p{L}[\p{L}.'’_ ]{0,30}?)\s?[:>]|(?<before>\p{L}[\p{L}\p{N}.'’_-]{0,24}),?\s+[[(]?\d{1,2}[:.h]\d{2}[\])]?\s?[:>])\s+(?=\S)/u

function speakerIn(line: string): [said: string, name: string] | undefined {
  const timed = TIMED.exec(line)
  const name = timed?.groups?.["after"] ?? timed?.groups?.["before"]
  if (timed && name) return [timed[0], name]
  const plain = SPEAKER.exec(line)
  return plain?.[1] ? [plain[0], plain[1]] : undefined
}

/**
 * Who says a line, where the same few names stand before several: minutes and chats. By the number of the line. A word for people that is
 * followed by what they do is nobody who speaks: "Guest: books a place".
 */
export function speakersOf(
  text: string,
  all: readonly Line[],
  isKnown: (label: string) => boolean,
  lexicon: Lexicon,
): Map<number, Span> {
  const found = new Map<number, Span & { name: string }>()
  const doers = new Set<string>()
  for (const [at, { whole, start, end }] of all.entries()) {
    const [said, name] = speakerIn(text.slice(start, end)) ?? []
    if (!said || !name || name.length < 2 || whole.start > start || isKnown(name)) continue
    found.set(at, { start, end: start + said.trimEnd().length, name })
    const rest = text.slice(start + said.length, end)
    if (/^\p{Ll}/u.test(rest) && personIn(name, lexicon.roles) && doesIn(rest, lexicon)) doers.add(name)
  }
  const spoken = [...found].filter(([, { name }]) => !doers.has(name))
  const counts = Map.groupBy(spoken, ([, { name }]) => name)
  const isTalk = counts.size > 1 && [...counts.values()].some(({ length }) => length > 1)
  return new Map(
    spoken
      .filter(([, { name }]) => isTalk && ((counts.get(name)?.length ?? 0) > 1 || spoken.length > 2 * counts.size))
      .map(([at, one]) => [at, spanOf(one)]),
  )
}

/** Whose words a line quotes: "… " (nurse), "… " – nurse. */
export function quotedOf(text: string, span: Span, { roles }: Lexicon): { words: Span; name: Span } | undefined {
  const [said, words, name] =
    /^[«“"„‟'‘]\s?(.{3,400}?)[\s.]?[»”"“'’]\s?[.,]?\s?(?:\((?=.*\)$)|[-–—]\s)([\p{L}' ’-]{2,40})\)?$/u.exec(
      text.slice(span.start, span.end),
    ) ?? []
  if (!said || !words || !name) return undefined
  const person = personIn(name, roles)
  if (person === "never" || person === "anybody" || (!person && !/^\p{Ll}/u.test(name))) return undefined
  const [from, at] = [span.start + said.indexOf(words), span.start + said.lastIndexOf(name)]
  return {
    words: trimmed(text, { start: from, end: from + words.length }),
    name: trimmed(text, { start: at, end: at + name.length }),
  }
}
