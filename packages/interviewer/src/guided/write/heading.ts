import { type LabelName, type Lexicon, labelNames } from "../languages/language.ts"
import { entire, every, opening, phrase } from "../read/phrase.ts"
import type { Heading, Segment } from "../read/structure.ts"
import { doesIn, personIn } from "./subject.ts"

/** What headings and labels say of a line: the kind of thing it is, and whom it is about. */
export type Frame = {
  kind?: LabelName
  priority?: "must" | "should" | "could"
  /** In the subject's own words. */
  isSpoken?: true
  /** Somebody, or the beginning of a sentence that ends with "can" or "must". */
  subject?: Heading
  isStem?: true
  /** The label before it on its line is such a heading. */
  isLabelled?: true
}

const MAX_WORDS = 16
const MAX_NAME = 5
const LEAST_NAME = 3
/** These are meant whatever else stands in a heading. */
const FIRST = ["exclusion", "later", "could", "question"] as const
/** These only when nothing else stands in it: what the system should do is no priority. */
const ALONE = ["should", "must"] as const

/** What a heading announces. */
export function labelIn(heading: string, { labels, acts }: Lexicon): LabelName | undefined {
  const text = heading.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, "")
  if (text === "" || text.split(/\s+/).length > MAX_WORDS || opening(acts.greeting).test(text)) return undefined
  for (const name of FIRST) if (phrase(labels[name]).test(text)) return name
  for (const name of ALONE) if (entire(labels[name]).test(text)) return name
  let best: { name: LabelName; start: number; end: number } | undefined
  for (const name of labelNames) {
    if (ALONE.some((one) => one === name)) continue
    for (const { 0: word, index } of text.matchAll(every(labels[name]))) {
      const found = { name, start: index, end: index + word.length }
      if (!best || isBefore(found, best, labels.head)) best = found
    }
  }
  return best?.name
}

type Found = { start: number; end: number }
/** Of two words of a heading the one that decides: the last or the first, of those at one place the longer. */
const isBefore = (one: Found, other: Found, head: "first" | "last") =>
  head === "last"
    ? one.end > other.end || (one.end === other.end && one.start < other.start)
    : one.start < other.start || (one.start === other.start && one.end > other.end)

/** What the headings above each segment say of it. */
export function framesOf(text: string, segments: readonly Segment[], lexicon: Lexicon): Map<Segment, Frame> {
  const people = new Set<string>()
  for (const segment of segments) {
    const heading = segment.label ?? segment.path.at(-1)
    if (heading && !people.has(heading.text) && isPerson(text, heading, segment, lexicon)) people.add(heading.text)
  }
  return new Map(segments.map((segment) => [segment, frameOf(segment, people, lexicon)]))
}

function frameOf({ path, label }: Segment, people: ReadonlySet<string>, lexicon: Lexicon): Frame {
  const frame: Frame = {}
  for (const heading of (label ? [...path, label] : path).toReversed()) {
    const kind = labelIn(heading.text, lexicon)
    const isStem = kind !== "requirement" && stemIn(heading, lexicon)
    const isSubject = !frame.subject && !frame.kind && (isStem || people.has(heading.text))
    if (isSubject) {
      frame.subject = heading
      if (isStem) frame.isStem = true
      if (heading.isSpeaker) frame.isSpoken = true
    }
    const isKind = kind !== undefined && !frame.kind && (!isSubject || kind === "exclusion" || kind === "later")
    if (isKind) {
      frame.kind = kind
      if (kind === "must" || kind === "should" || kind === "could") frame.priority = kind
    }
    if (heading === label && (isKind || isSubject)) frame.isLabelled = true
  }
  return frame
}

/** "Members can:", "The system must" */
const stemIn = ({ text }: Heading, { roles, cues, acts }: Lexicon) =>
  text.split(/\s+/).length > 1 &&
  !phrase(acts.toYou).test(text) &&
  phrase(`(?:${roles.modal}|${cues.oblige.trim()}|${cues.allow.trim()})$`).test(text.replace(/\s*[:…]+$/, ""))

/** It names people, or what stands below it says what somebody may do. */
function isPerson(text: string, heading: Heading, segment: Segment, lexicon: Lexicon): boolean {
  const { roles } = lexicon
  const name = heading.text.replace(/\(.*\)|[*_]/g, "").trim()
  if (name.length < LEAST_NAME || name.split(/\s+/).length > MAX_NAME) return false
  const person = personIn(name.replace(phrase(`^(?:${roles.article}) `), ""), roles)
  const said = text.slice(segment.start, segment.start + 60)
  const isTold =
    person === "sure" || person === "maybe"
      ? doesIn(said, lexicon)
      : phrase(`^(?:${roles.modal}|${roles.senses.trim()})`).test(said)
  const does = isTold && !opening(roles.instruction).test(said)
  const label = labelIn(name, lexicon)
  if (heading.isSpeaker) return true
  if (heading.isTag && person !== "sure") return false
  if (phrase(lexicon.cues.correct, lexicon.slots.numbers).test(`${name}:`)) return false
  if (person === "sure") return does || label !== "role" || segment.label === heading
  if (person === "never" || person === "anybody" || label) return false
  return does || segment.path.some((one) => one !== heading && labelIn(one.text, lexicon) === "role")
}
