import type { Document } from "../protocol/document.ts"
import { wordings } from "./wordings.ts"

/** From `start` to `end` of a text, in UTF-16 units. */
export type Span = { start: number; end: number }

/** A longer one is cut at a space. */
const MAX_LENGTH = 2_000

/** The sentences of a text, without the white space around them: no sentence goes on over the end of a line. */
export function sentences(text: string, language: Document["language"]): Span[] {
  return [...text.matchAll(/[^\n\u2028\u2029]+/g)].flatMap((line) =>
    split(line[0], language).flatMap(({ start, end }) => cut(text, line.index + start, line.index + end)),
  )
}

function split(line: string, language: Document["language"]): Span[] {
  const found: Span[] = []
  const words = [...line.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
  let [start, at] = [0, 0]
  for (const end of ends(line, language)) {
    // Words and ends are gone through once, together: a line may have thousands of both.
    while ((words[at + 1]?.start ?? end) < end) at++
    const word = words[at]
    const last = word ? line.slice(Math.max(start, word.start), Math.min(end, word.end)) : ""
    if (end < line.length && (isUnfinished(last, language) || isInAddress(last, line, end))) continue
    found.push({ start, end })
    start = end
  }
  return found
}

/** A full stop that the segmenter takes for an abbreviation's, since what follows begins with a small letter: "they pay. nobody checks". */
const SMALL = /(?<=[\p{L}\p{N}%)"”»]{2}\.)\s+(?=\p{Ll})/gu

/** Where sentences may end, in order. */
function ends(line: string, language: Document["language"]): number[] {
  const found = [...segmenterOf(language).segment(line)].map(({ segment, index }) => index + segment.length)
  const small = [...line.matchAll(SMALL)].map(({ 0: space, index }) => index + space.length)
  return [...new Set([...found, ...small])].sort((a, b) => a - b)
}

const segmenters = new Map<string, Intl.Segmenter>()
function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: "sentence" })
  segmenters.set(language, made)
  return made
}

/** The signs of an address end nothing, where it or the sentence goes on. */
const isInAddress = (last: string, line: string, end: number): boolean =>
  ADDRESS.test(last) && (!isSpace(line, end - 1) || /^[^\p{Lu}]/u.test(line.slice(end)))

const ADDRESS = /\p{L}:\/\/|\bwww\.|\p{L}@|\p{L}\.\p{L}{2,}\//iu

/** An abbreviation, an initial, or a number that counts: "ca.", "M.", "1.". */
const isUnfinished = (last: string, language: Document["language"]): boolean =>
  /^(?:\p{L}|\p{L}\.\p{L}|\d{1,2})\.$/u.test(last) || wordings[language].abbreviations.includes(last.toLowerCase())

function cut(text: string, from: number, to: number): Span[] {
  let start = from
  let end = to
  while (start < end && isSpace(text, start)) start++
  while (end > start && isSpace(text, end - 1)) end--
  if (start === end) return []
  if (end - start <= MAX_LENGTH) return [{ start, end }]
  const space = text.lastIndexOf(" ", start + MAX_LENGTH)
  let middle = space > start ? space : start + MAX_LENGTH
  if (/[\uD800-\uDBFF]/.test(text.charAt(middle - 1))) middle-- // not between the halves of one character
  return [...cut(text, start, middle), ...cut(text, middle, end)]
}

export const isSpace = (text: string, at: number): boolean => /\s/u.test(text.charAt(at))
