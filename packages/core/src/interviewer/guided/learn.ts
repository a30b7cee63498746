import type * as Message from "../../message/schema.ts"
import type * as Note from "../note.ts"
import * as Contradiction from "./contradiction.ts"
import { clip, plain, sentenceCase } from "./gist.ts"
import * as Memory from "./memory.ts"
import { phrases } from "./phrase/phrases.ts"
import type { Reading } from "./read/classify.ts"
import { classify } from "./read/classify.ts"
import { clauses, isBrief } from "./read/clause.ts"
import type { Language } from "./read/language.ts"
import type * as Topic from "./topic.ts"
import { topics } from "./topic.ts"

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
  corrected: boolean
}

export type Told = Reading & { topic: Topic.ID; note: Note.Info }

/** Takes in what a message states: notes for the specification, and in `memory` what the next question depends on. */
export function learn(memory: Memory.Info, message: Message.Info, language: Language): Learned {
  const asked = memory.last && memory.last.topic !== "dispute" && memory.last.topic !== "wrap" ? memory.last.topic : undefined
  const all = clauses(message.text)
  const brief = isBrief(all)
  const learned: Learned = {
    notes: [],
    readings: [],
    brief,
    listed: all.filter((clause) => clause.reference !== undefined).length,
    cut: all.length > MAX_NOTES,
    corrected: false,
  }
  let previous: Topic.ID | undefined
  for (const [index, clause] of all.slice(0, MAX_NOTES).entries()) {
    const expected = brief ? undefined : index === 0 ? asked : undefined
    const reading = classify(clause, language, expected)
    const topic = reading.topics[0] ?? expected ?? previous ?? (memory.turn <= 1 ? "purpose" : "scope")
    if (isFiller(reading, all.length)) continue
    previous = topic
    const note = noteOf(message, reading, topic, topic === expected, language)
    const told: Told = { ...reading, topic, note }
    const corrects = compare(memory, told, learned, language)
    if (corrects !== undefined) note.corrects = corrects
    learned.notes.push(note)
    learned.readings.push(told)
    absorb(memory, told, asked)
  }
  const main = mainOf(learned.readings, asked)
  return main ? { ...learned, main } : learned
}

/** "Really none." after a statement adds weight, not content. */
const isFiller = (reading: Reading, count: number) =>
  count > 1 && reading.tokens.length <= 2 && reading.topics.length === 0 && reading.quantities.length === 0 && reading.clause.reference === undefined

/** A few words mean nothing without their question: "10 orders" becomes "A number that shows success: 10 orders". */
function noteOf(message: Message.Info, reading: Reading, topic: Topic.ID, isAnswer: boolean, language: Language): Note.Info {
  const { clause } = reading
  const said = sentenceCase(clip(statement(reading), MAX_TEXT))
  const { label } = phrases[language].questions[topic]
  const text = isAnswer && reading.tokens.length <= 3 && reading.kind !== "exclusion" ? `${sentenceCase(label)}: ${plain(clause.text)}` : said
  return {
    kind: reading.delegated ? "assumption" : reading.doubtful ? "question" : (kindFor(reading, topic)),
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

/** Without "Sorry, one correction:" in front. */
export function statement({ clause, correction, tokens }: Reading): string {
  if (correction !== "strong") return clause.text
  const begin = tokens.slice(1, 7).findLast((token, index) => token.gap && index < 5)
  return begin && begin.start - clause.start < clause.text.length / 2 ? clause.text.slice(begin.start - clause.start) : clause.text
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

/** How far a statement settles a topic: the answer to its question, its main subject, or a remark in passing. */
const ANSWER = 0.85
const STATED = 0.65
const MENTIONED = 0.6
const HINTED = 0.25

function absorb(memory: Memory.Info, told: Told, asked: Topic.ID | undefined): void {
  const gist = clip(told.clause.text, Memory.MAX_GIST)
  for (const [rank, topic] of (told.topics.length ? told.topics : [told.topic]).entries()) {
    const share = topic === asked ? ANSWER : rank === 0 ? STATED : (told.strong.has(topic) ? MENTIONED : HINTED)
    // A vague word promises a quality without settling it.
    const isVague = told.vague.some((one) => one.topic === topic)
    Memory.cover(memory, topic, isVague ? HINTED : share, gist)
  }
  if (told.roles.length > 0) Memory.cover(memory, "users", HINTED, gist)
  for (const role of told.roles) memory.roles = Memory.remember(memory.roles, role.id, 8)
  memory.activity ??= told.activities[0]
  for (const { topic, word } of told.vague)
    if (!memory.measured.includes(topic) && memory.topics[topic]?.status !== "answered" && memory.vague.length < 4) {
      memory.measured.push(topic)
      memory.vague.push({ topic, word: word.slice(0, 40), turn: memory.turn })
    }
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
