import type { Document, ID, Item, Source } from "../protocol/document.ts"
import { isLive } from "../protocol/document.ts"
import type * as Operation from "../protocol/operation.ts"
import { complete } from "./complete.ts"
import { isAgreed } from "./criterion.ts"
import { check, joined, type Resolution } from "./resolution.ts"
import { wordings } from "./wordings.ts"

/** Of a choice, and of a remark. */
const MAX_WORDS = 300

type Side = { words: string; sources: Source[] }
type Dispute = Extract<Operation.Proposal, { op: "dispute" }>

/**
 * Two sayings that cannot both hold, as a question with both quotes that keeps the document from being built until it is answered; which lines it
 * is about. What is locked is asked about all the same.
 */
export function dispute(on: Resolution, { ids, text, sources }: Dispute): { question: Item; about: ID[] } {
  const about = [...new Set(ids.map((id) => on.named(id)))]
  for (const id of about) check(on.there.has(id), "dangling", id)
  on.quoted(sources, about.join(" "), true)
  const lines = about.flatMap((id) => on.lines.get(id) ?? [])
  const isOwn = (source: Source) => lines.some((line) => line.sources.some((own) => isOver(own, source)))
  const news = sources
    .filter((source) => !isOwn(source))
    .map((source): Side => ({ words: source.quote, sources: [source] }))
  const [first, second] = [...lines.map(sideOf), ...news]
  check(first !== undefined && second !== undefined && first.words !== second.words, "quote", about.join(" "))
  const question: Operation.Draft = {
    kind: "question",
    text: text ?? wordings[on.document.language].which(short(first.words), short(second.words)),
    choices: [short(first.words), short(second.words)],
    cue: "contradiction",
    evidence: "inferred",
    impact: 8,
    uncertainty: 8,
    blocks: about,
    dependsOn: about,
    sources: joined(first.sources, second.sources),
  }
  return { question: complete(on, question), about }
}

/** Lines that are in doubt from now on; a locked one stays as it is. */
export function doubted(document: Document, about: readonly ID[], question: string): Operation.Info[] {
  return document.items
    .filter(
      ({ id, locked, state }) =>
        about.includes(id) && locked === "none" && (state === "accepted" || state === "proposed"),
    )
    .map(({ id }) => ({ op: "dispute", id, reason: short(question) }))
}

/** A contradiction that was answered leaves no line in doubt, once one of its lines has gone or there was but one. */
export function settled(document: Document, answered: ReadonlySet<ID>): Operation.Info[] {
  const isOther = (item: Item) => item.kind === "question" && item.cue === "contradiction" && item.state !== "accepted"
  const still = new Set(
    document.items.filter((item) => isLive(item) && isOther(item)).flatMap(({ dependsOn }) => dependsOn),
  )
  const ended = document.items
    .filter(({ id, kind }) => kind === "question" && answered.has(id))
    .map(({ dependsOn }) => dependsOn)
  const ids = ended.filter(
    (all) => all.length < 2 || all.some((id) => !document.items.some((one) => one.id === id && isLive(one))),
  )
  const isSettled = ({ id, state, locked }: Item) =>
    state === "disputed" && locked === "none" && ids.flat().includes(id) && !still.has(id)
  return document.items
    .filter(isSettled)
    .map((item) => ({ op: "set", id: item.id, fields: { state: isAgreed(item) ? "accepted" : "proposed" } }))
}

/** In the words in which it was said; a guess has its text alone. */
function sideOf({ text, sources }: Item): Side {
  const source = sources.find(({ context }) => !context)
  return source ? { words: source.quote, sources: [source] } : { words: text, sources: [] }
}

const isOver = (own: Source, { messageId, start, end }: Source) =>
  own.messageId === messageId && own.start < end && start < own.end

/** Cut between words. */
function short(words: string): string {
  const line = words.replace(/\s+/g, " ").trim()
  if (line.length <= MAX_WORDS) return line
  const cut = line.slice(0, MAX_WORDS - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).toWellFormed()}…`
}
