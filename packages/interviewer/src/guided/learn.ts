import type * as Note from "@spec-wizard/core/interviewer/note"
import type * as Topic from "@spec-wizard/core/interviewer/topic"
import { topics } from "@spec-wizard/core/interviewer/topic"
import type * as Message from "@spec-wizard/core/protocol/message"
import { absorb } from "./absorb.ts"
import * as Ask from "./ask.ts"
import * as Contradiction from "./contradiction.ts"
import { clip, plain, sentenceCase } from "./gist.ts"
import { about } from "./labelled.ts"
import * as Memory from "./memory.ts"
import { alone } from "./point.ts"
import type { Reading } from "./read/classify.ts"
import { classify } from "./read/classify.ts"
import { clauses, isBrief, undivided } from "./read/clause.ts"
import { intent } from "./read/intent.ts"
import type { Language } from "./read/language.ts"
import { tokens } from "./read/token.ts"

/** More clauses than anybody writes; it bounds what one message may store. */
const MAX_NOTES = 150
const MAX_TEXT = 600

export type Learned = {
  notes: Note.Info[]
  readings: Told[]
  /** The statement a reply should take up. */
  main?: Told
  brief: boolean
  /** How many items a list had; 0 when it was none. */
  listed: number
  cut: boolean
  dispute?: Memory.Dispute
  /** The label of the choice, where the message is one. */
  tapped?: string
  corrected: boolean
}

/** `isAnswer`: it is about what was asked; who begins is asked what it is for. */
export type Told = Reading & { topic: Topic.ID; note: Note.Info; isAnswer: boolean }

/** Takes in what a message states: notes for the specification, and in `memory` what the next question depends on. */
export function learn(memory: Memory.Info, message: Message.Info, language: Language): Learned {
  const asked =
    memory.last && memory.last.topic !== "dispute" && memory.last.topic !== "wrap" ? memory.last.topic : undefined
  const tapped = asked && Ask.choiceOf(memory, language, message.text)
  const all = tapped ? undivided(message.text) : clauses(message.text)
  const brief = isBrief(all)
  const learned: Learned = {
    notes: [],
    readings: [],
    brief,
    listed: all.filter((clause) => clause.item).length,
    cut: all.length > MAX_NOTES,
    corrected: false,
    ...(tapped && { tapped: tapped.label }),
  }
  let previous: Topic.ID | undefined
  for (const clause of all.slice(0, MAX_NOTES)) {
    const opening = memory.turn === 1 && !clause.item ? "purpose" : undefined
    const expected = brief || (learned.notes.length > 0 && !tapped) ? undefined : (asked ?? opening)
    if (isCourtesy(clause.text, language)) continue
    const typed = classify(clause, language, expected)
    const reading = tapped ? choice(typed, asked) : typed
    const topic = reading.topics[0] ?? expected ?? (clause.item ? undefined : previous) ?? "scope"
    if (isFiller(reading, all.length)) continue
    previous = topic
    const isAnswer = topic === expected
    const note = tapped
      ? chosen(message, reading, asked, language)
      : noteOf(message, reading, topic, isAnswer, language)
    const told: Told = { ...reading, topic, note, isAnswer }
    const corrects = compare(memory, told, learned, language)
    if (corrects !== undefined) note.corrects = corrects
    learned.notes.push(note)
    learned.readings.push(told)
  }
  absorb(memory, learned.readings, language)
  const main = mainOf(learned.readings, asked)
  return main ? { ...learned, main } : learned
}

/** Our own words: they answer what was asked, whatever else they mention. */
function choice(reading: Reading, asked: Topic.ID): Reading {
  const { kind } = topics[asked]
  return {
    ...reading,
    // "Nothing to leave out" and the like decide something, but leave nothing out and set no number.
    kind:
      (kind === "exclusion" && !reading.denied) || (kind === "measure" && reading.quantities.length === 0)
        ? "decision"
        : kind,
    topics: [asked, ...reading.topics.filter((topic) => topic !== asked)],
    strong: new Set(),
    vague: [],
    correction: undefined,
    doubtful: false,
    delegated: false,
  }
}

const COURTESY = new Set(["greeting", "thanks", "finish"])
const LONGEST_COURTESY = 60

const isCourtesy = (text: string, language: Language) =>
  text.length <= LONGEST_COURTESY && COURTESY.has(intent(tokens(text), language) ?? "")

/** "Really none." after a statement adds weight, not content. */
const isFiller = (reading: Reading, count: number) =>
  count > 1 &&
  reading.tokens.length <= 2 &&
  reading.topics.length === 0 &&
  reading.quantities.length === 0 &&
  reading.clause.reference === undefined

/** What was chosen about what: "Who uses it: our own team works with it, too". */
function chosen(message: Message.Info, reading: Reading, topic: Topic.ID, language: Language): Note.Info {
  const { text: quote } = message
  return {
    ...noteOf(message, reading, topic, true, language),
    text: clip(about(topic, plain(quote), language), MAX_TEXT),
    source: { messageId: message.id, quote, start: 0, end: quote.length },
  }
}

/** A few words mean nothing without their question: "10 orders" becomes "A number that shows success: 10 orders". */
function noteOf(
  message: Message.Info,
  reading: Reading,
  topic: Topic.ID,
  isAnswer: boolean,
  language: Language,
): Note.Info {
  const { clause } = reading
  const said = sentenceCase(clip(statement(reading), MAX_TEXT))
  const count = reading.tokens.length
  const isBare = count <= 3 || (count <= 6 && !reading.named && reading.quantities.length === 0)
  const text =
    isAnswer && isBare && reading.kind !== "exclusion"
      ? about(topic, alone(plain(clause.text), language), language)
      : said
  return {
    kind: reading.delegated ? "assumption" : reading.doubtful ? "question" : kindFor(reading, topic),
    topic,
    text: clip(text, MAX_TEXT),
    evidence: "stated",
    source: { messageId: message.id, quote: clause.text, start: clause.start, end: clause.end },
    quantities: reading.quantities
      .filter((quantity) => !quantity.denied)
      .map(({ value, unit, bound }) => ({ value, ...(unit !== undefined && { unit }), bound })),
    ...(clause.reference !== undefined && { reference: clause.reference }),
  }
}

/** Without "Hello," or "Sorry, one correction:" in front. */
export function statement({ clause, correction, tokens, greets }: Reading): string {
  const greeted = tokens[greets]
  if (greets > 0 && greeted) return clause.text.slice(greeted.start - clause.start)
  if (correction !== "strong") return clause.text
  const begin = tokens.slice(1, 7).findLast((token, index) => token.gap && index < 5)
  return begin && begin.start - clause.start < clause.text.length / 2
    ? clause.text.slice(begin.start - clause.start)
    : clause.text
}

/** A clause without a word of its own takes the kind of the topic it was said about. */
const kindFor = (reading: Reading, topic: Topic.ID) =>
  reading.topics.length === 0 && reading.kind === "requirement" ? topics[topic].kind : reading.kind

/** Compares a statement's claims with earlier ones. Returns the words that it corrects, or leaves a dispute in `learned`. */
function compare(memory: Memory.Info, told: Told, learned: Learned, language: Language): string | undefined {
  let corrects: string | undefined
  const denied = told.quantities.find((quantity) => quantity.denied)
  if (denied) {
    const wrong = memory.claims.findLast((claim) => claim.stance === "number" && claim.value === denied.value)
    corrects = wrong?.quote ?? String(denied.value)
    memory.claims = memory.claims.filter((claim) => claim !== wrong)
    learned.corrected = true
  }
  for (const made of Contradiction.claims(told, memory.turn, language)) {
    const found = Contradiction.conflict(memory.claims, made)
    const isSettled = told.correction && (made.stance === "number" || told.correction === "strong")
    if (found && isSettled) {
      corrects ??= found.older.quote
      memory.claims = memory.claims.filter((claim) => claim !== found.older)
      learned.corrected = true
    } else if (found && !denied && !memory.disputed.includes(found.about)) learned.dispute ??= found
    Memory.claim(memory, made)
  }
  return corrects
}

/** Answers count most, then what has numbers or sets limits; a sentence that can be repeated beats a long one. */
function mainOf(readings: Told[], asked: Topic.ID | undefined): Told | undefined {
  const weight = (told: Told) =>
    (told.topic === asked ? 2 : 0) +
    (told.quantities.length > 0 ? 1 : 0) +
    (WEIGHTY.has(told.note.kind) ? 2 : 0) +
    (told.clause.text.length <= 110 ? 1 : 0)
  return [...readings].sort((a, b) => weight(b) - weight(a))[0]
}
const WEIGHTY = new Set<Note.Kind>(["exclusion", "rule", "measure", "decision", "risk", "summary"])
