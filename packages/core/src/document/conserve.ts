import type { Document, Item, ItemOf, Source } from "../protocol/document.ts"
import { isLive } from "../protocol/document.ts"
import type * as Operation from "../protocol/operation.ts"
import { isSpace, type Span, sentences } from "./sentence.ts"

type Said = { id: Source["messageId"]; text: string }

/** Unsorted lines of one message; of more, neighbours are joined. */
const MAX_LINES = 100
const MAX_SOURCES = 20
const MAX_TEXT = 2_000

/**
 * The law: every character but white space of a visitor's message stands in a quote of some line or in an aside. What to change in `document`,
 * which has whatever an interviewer made of the message already, so that it does: of a sentence that was quoted in part the rest joins the
 * line as context, unless it is a clause of a very long one; any other becomes a line that is not sorted yet. An unsorted line of which a line has taken
 * words over is retired, and what is left of it is looked at like the rest.
 */
export function conserve(document: Document, message: Said, asides: readonly Span[]): Operation.Info[] {
  const of = (items: readonly Item[]) => items.flatMap(quotesOf).filter(isFrom(message))
  const isWaiting = (item: Item): item is ItemOf<"unsorted"> => item.kind === "unsorted" && isLive(item)
  const placed = covered(message, [...of(document.items.filter((item) => !isWaiting(item))), ...asides])
  const waiting = document.items.filter(isWaiting).filter(({ sources }) => sources.some(isFrom(message)))
  const isSorted = ({ sources }: Item) => sources.filter(isFrom(message)).some((source) => isTouched(placed, source))
  const sorted = waiting.filter(isSorted)
  mark(placed, of(waiting.filter((item) => !isSorted(item))))

  const lines = new Map(
    document.items.filter((item) => isLive(item) && item.kind !== "unsorted").map((item) => [item.id, item]),
  )
  const widened = new Map<Item["id"], Source[]>()
  const left: Span[][] = []
  for (const sentence of sentences(message.text, document.language)) {
    const all = gaps(message, placed, sentence)
    const long = isSpeech(message, sentence) ? all.filter((gap) => wordsIn(message, gap) >= CLAUSE) : []
    left.push(...long.flatMap((gap) => clausesIn(message, gap)).map((clause) => [clause]))
    const rest = all.filter((gap) => !long.includes(gap))
    if (rest.length === 0) continue
    const line = lineIn(sentence, message, lines)
    const sources = line && (widened.get(line.id) ?? line.sources)
    if (line && sources && sources.length + rest.length <= MAX_SOURCES)
      widened.set(line.id, [
        ...sources,
        ...rest.map((span) => ({ ...sourceOf(message, span), context: true as const })),
      ])
    else left.push(rest)
  }
  return [
    ...sorted.map(({ id }) => ({ op: "retire", id, reason: "sorted" }) as const),
    ...[...widened].map(([id, sources]) => ({ op: "set", id, fields: { sources } }) as const),
    ...joined(message, left).map(
      (spans, index) => ({ op: "add", item: unsorted(document, message, spans, index + 1) }) as const,
    ),
  ]
}

/** What took words of a message with it, an undo say, leaves them unsorted. */
export function leave(document: Document, gone: readonly Item[]): Operation.Info[] {
  const operations: Operation.Info[] = []
  const standing = document.items.flatMap(quotesOf)
  const isHeld = (source: Source) =>
    standing.some((one) => one.messageId === source.messageId && one.start <= source.start && one.end >= source.end)
  for (const item of gone) {
    const lost = quotesOf(item)
      .filter((source) => !isHeld(source))
      .map(({ context: _, ...source }) => source)
    standing.push(...lost)
    if (lost.length > 0) operations.push({ op: "add", item: line(document, lost, operations.length + 1) })
  }
  return operations
}

/** Those of its checks are its own. */
const quotesOf = (item: Item): Source[] =>
  item.kind === "requirement" ? [...item.sources, ...item.criteria.flatMap(({ sources }) => sources)] : item.sources

const isFrom =
  ({ id }: Said) =>
  (source: Source) =>
    source.messageId === id

/** One byte a character: whether it has its place. */
function covered({ text }: Said, spans: readonly Span[]): Uint8Array {
  const seen = new Uint8Array(text.length)
  mark(seen, spans)
  return seen
}

function mark(seen: Uint8Array, spans: readonly Span[]): void {
  for (const { start, end } of spans) seen.fill(1, start, end)
}

const isTouched = (seen: Uint8Array, { start, end }: Span): boolean => seen.subarray(start, end).includes(1)

/** Runs of a sentence that have no place yet. Signs without a letter or digit beside something that has one belong to it. */
function gaps({ text }: Said, seen: Uint8Array, { start, end }: Span): Span[] {
  const found: Span[] = []
  for (let at = start; at < end; at++) {
    if (seen[at] || isSpace(text, at)) continue
    const last = found.at(-1)
    if (last && isBlank(text, seen, last.end, at)) last.end = at + 1
    else found.push({ start: at, end: at + 1 })
  }
  return found
}

/** Nothing but white space without a place stands between. */
function isBlank(text: string, seen: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (seen[at] || !isSpace(text, at)) return false
  return true
}

/** Speech that was written down without a stop says many things in one sentence: what is left of it is no context of one line. */
const isSpeech = (message: Said, sentence: Span): boolean => wordsIn(message, sentence) > SENTENCE

const SENTENCE = 60
const CLAUSE = 5

/** Cut behind commas: each can be sorted by itself. A part of few words goes with the one before. */
function clausesIn(message: Said, { start, end }: Span): Span[] {
  const found: Span[] = []
  const put = (part: Span) => {
    const last = found.at(-1)
    if (last && [last, part].some((one) => wordsIn(message, one) < CLAUSE)) last.end = part.end
    else found.push(part)
  }
  let from = start
  for (const { 0: sign, index } of message.text.slice(start, end).matchAll(/,\s+/g)) {
    put({ start: from, end: start + index + 1 })
    from = start + index + sign.length
  }
  if (from < end) put({ start: from, end })
  return found
}

const wordsIn = ({ text }: Said, { start, end }: Span): number => text.slice(start, end).trim().split(/\s+/).length

/** The line that quotes of this sentence; of several the one that was made last. */
function lineIn(sentence: Span, message: Said, lines: ReadonlyMap<string, Item>): Item | undefined {
  const meets = ({ start, end }: Span) => start < sentence.end && end > sentence.start
  return [...lines.values()].filter(({ sources }) => sources.some((one) => isFrom(message)(one) && meets(one))).at(-1)
}

/** Neighbours go together until there are few enough; those that would be too long stay apart. */
function joined(message: Said, all: readonly Span[][]): Span[][] {
  if (all.length <= MAX_LINES) return [...all]
  const size = Math.ceil(all.length / MAX_LINES)
  const groups: Span[][] = []
  for (const spans of all) {
    const last = groups.at(-1)
    const together = last && [...last, ...spans]
    const fits =
      together && together.length <= Math.min(size, MAX_SOURCES) && textOf(message, together).length <= MAX_TEXT
    if (last && together && fits) last.push(...spans)
    else groups.push([...spans])
  }
  return groups
}

const textOf = ({ text }: Said, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end)).join(" ")

const sourceOf = ({ id, text }: Said, { start, end }: Span): Source => ({
  messageId: id,
  quote: text.slice(start, end),
  start,
  end,
})

const unsorted = (document: Document, message: Said, spans: readonly Span[], number: number) =>
  line(
    document,
    spans.map((span) => sourceOf(message, span)),
    number,
  )

function line({ used, version }: Document, sources: Source[], number: number): ItemOf<"unsorted"> {
  return {
    kind: "unsorted",
    id: `U-${(used.unsorted ?? 0) + number}`,
    text: sources
      .map(({ quote }) => quote)
      .join(" ")
      .slice(0, MAX_TEXT)
      .toWellFormed(),
    sources,
    dependsOn: [],
    state: "accepted",
    evidence: "stated",
    locked: "none",
    addedIn: version,
    changedIn: version,
  }
}
