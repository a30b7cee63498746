import type { Span } from "@spec-wizard/core/document/sentence"
import type { Lexicon } from "../languages/language.ts"
import { trimmed } from "../read/lines.ts"
import { phrase } from "../read/phrase.ts"
import type { Segment } from "../read/structure.ts"

/** A longer sentence without stops was spoken: it is cut where the next one begins. One that begins small and has no sign at all is, sooner. */
const SPOKEN = 38
const DICTATED = 14
/** No sentence that was written has so many words: what stands between two commas of it says one thing, if anything does. */
const ENDLESS = 60
/** A part with fewer words goes with the next. */
const LEAST = 3

/** The parts of a segment that say one thing each: at semicolons, and where speech was written down without full stops. */
export function clauses(text: string, segment: Segment, { slots, roles, cues, ears }: Lexicon): Segment[] {
  return cutAt(text, segment, /;(?=\s)/g, 1).flatMap((part) => {
    const said = text.slice(part.start, part.end)
    const isUnstopped = !/[,.:(]/.test(said)
    if (count(text, part) <= (isUnstopped && /^\p{Ll}/u.test(said) && !part.isBullet ? DICTATED : SPOKEN)) return [part]
    const verb = `(?:${roles.modal}|${roles.being}|${roles.does.trim()})`
    const begins = `(?:${slots.begins.trim()}|(?:${roles.article}) (?:_ ){1,3}?${verb}|(?:_ ){1,2}?(?:${roles.modal}))`
    // Speech without any stop is cut before somebody who does something, too, and before what is so today.
    const person = `(?:${roles.article}) (?:_ )?${roles.isCompound ? "[\\p{L}-]*" : ""}(?:${roles.people.trim()})(?:${roles.endings})? (?:(?:${roles.adverb}) )?${verb}`
    const free = `(?<!(?<!\\p{L})(?:${roles.between}|${roles.that}|${slots.joins.trim()}|${cues.only}|${roles.by}|${ears.if}|${ears.when}|${cues.negative}))(?:(?= ${person})|(?= (?:${cues.now}|${slots.starts})(?!\\p{L})))`
    // "And area and height" goes on, "and the customer gets a message" begins anew.
    const and = `(?:${slots.and})(?= (?!(?:${verb}) )(?:(?!(?:${slots.and}) )_ ){1,6}?(?:${verb})(?!\\p{L}))`
    const joins = phrase(
      `,(?= ${begins}(?!\\p{L}))|(?:${slots.cuts})(?= )|(?!(?:${roles.that})(?!\\p{L}))(?:${slots.joins.trim()})(?=(?: (?:${slots.joins.trim()}))? ${begins}(?!\\p{L}))${isUnstopped ? `|${free}|${and}` : ""}`,
      slots.numbers,
    )
    const parts = cutAt(text, part, new RegExp(joins.source, "giu"), LEAST)
    return parts.flatMap((one) => (count(text, one) > ENDLESS ? cutAt(text, one, /,(?=\s)/g, LEAST) : [one]))
  })
}

/** Cut in front of each mark, or behind a semicolon; a part with too few words stays with the next, the last with the one before. */
function cutAt(text: string, segment: Segment, mark: RegExp, least: number): Segment[] {
  const parts: Segment[] = []
  const put = (start: number, end: number) => {
    const { from, lead, ...rest } = segment
    const isFirst = start <= segment.start
    const part = {
      ...rest,
      ...trimmed(text, { start, end }),
      ...(isFirst && from !== undefined && { from }),
      ...(isFirst && lead !== undefined && { lead }),
    }
    const last = parts.at(-1)
    if (part.end <= part.start) return
    if (last && (count(text, part) < least || count(text, last) < least)) last.end = part.end
    else parts.push(part)
  }
  let start = segment.start
  for (const { 0: sign, index } of text.slice(segment.start, segment.end).matchAll(mark)) {
    const at = segment.start + index + (/^[;,]/.test(sign) ? 1 : 0)
    if (count(text, { start, end: at }) < least) continue
    put(start, at)
    start = at
  }
  put(start, segment.end)
  return parts
}

const count = (text: string, { start, end }: Span) => text.slice(start, end).split(/\s+/).filter(Boolean).length
