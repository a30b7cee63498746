import type { Document } from "@spec-wizard/core/protocol/document"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import type { Lexicon } from "../languages/language.ts"
import type { Asked } from "../read/asked.ts"
import { entire, opening, phrase } from "../read/phrase.ts"
import { type Said, sourceOf } from "./draft.ts"

const MAX_WORDS = 14

/** The numbers, or places, that an answer picks out of a list of so many; undefined when it is no such answer. */
function picked(text: string, count: number, { slots }: Lexicon): Set<number> | undefined {
  const { date, duration, money, numbers } = slots
  const said = text
    .trim()
    .replace(/[.!]+$/, "")
    .trim()
  if (said === "" || said.includes("?") || said.split(/\s+/).length > MAX_WORDS) return undefined
  if ([date, duration, money].some((amount) => phrase(amount, numbers).test(said))) return undefined
  const found = new Set<number>()
  const names = [slots.numbers.split(/\s+/).slice(1), slots.ordinals.split(/\s+/)]
  for (const [word] of said.toLowerCase().matchAll(/[\p{L}]+|\d+(?:\s*[-–]\s*\d+)?/gu)) {
    const [from, to] = word.split(/\s*[-–]\s*/).map(Number)
    const place = /\d/.test(word) ? undefined : names.map((list) => list.indexOf(word)).find((at) => at >= 0)
    if (place !== undefined) found.add(place + 1)
    else if (entire(slots.last).test(word)) found.add(count)
    else if (from) for (let at = from; at <= (to ?? from) && at <= from + count; at++) found.add(at)
  }
  const rest = said
    .replace(/\d+/g, "")
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3)
  const isOnlyNumbers = rest.length <= Math.max(4, 2 * found.size)
  return found.size > 0 && isOnlyNumbers && [...found].every((at) => at >= 1 && at <= count) ? found : undefined
}

/** What an answer to a question about lines does, undefined when it is something else. */
export function replied(
  asked: Asked,
  said: Said,
  lexicon: Lexicon,
): ((document: Document) => Operation.Proposal[]) | undefined {
  if (asked.topic === "dispute") {
    const text = said.text.trim()
    const source = sourceOf(said, { start: said.text.indexOf(text), end: said.text.indexOf(text) + text.length })
    const answer: Operation.Proposal = { op: "answer", id: asked.about, text: text.slice(0, 2_000), sources: [source] }
    if (opening(lexicon.slots.both).test(text)) return () => [answer]
    const told = picked(text, asked.lines.length, lexicon)
    if (told?.size !== 1) return undefined
    return () => [
      answer,
      ...asked.lines.flatMap((id, at) =>
        told.has(at + 1) ? [] : [{ op: "retire" as const, id, reason: text.slice(0, 300) }],
      ),
    ]
  }
  return undefined
}

/** A check that somebody named for a requirement, in their words. */
export function criterion(asked: Extract<Asked, { topic: "criterion" }>, said: Said) {
  return ({ items }: Document): Operation.Proposal[] => {
    const item = items.find(({ id }) => id === asked.about)
    if (item?.kind !== "requirement") return []
    const text = said.text.trim()
    if (text === "") return []
    const start = said.text.indexOf(text)
    const number = Math.max(0, ...item.criteria.map(({ id }) => Number(id.split(".")[1]))) + 1
    const sources = [sourceOf(said, { start, end: start + text.length })]
    const criterion = { case: "happy" as const, text: text.slice(0, 2_000), evidence: "stated" as const, sources }
    const id = `AC-${item.id.slice(item.id.indexOf("-") + 1)}.${number}`
    return [{ op: "set", id: item.id, fields: { criteria: [...item.criteria, { id, ...criterion }] } }]
  }
}
