import type * as Message from "../../message/schema.ts"
import type * as Note from "../note.ts"
import * as Ask from "./ask.ts"
import * as Contradiction from "./contradiction.ts"
import { clip, plain, sentenceCase } from "./gist.ts"
import * as Memory from "./memory.ts"
import { phrases } from "./phrase/phrases.ts"
import type { Reading } from "./read/classify.ts"
import { classify } from "./read/classify.ts"
import { clauses, isBrief } from "./read/clause.ts"
import { intent } from "./read/intent.ts"
import type { Language } from "./read/language.ts"
import { tokens } from "./read/token.ts"
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

type Told = Reading & { topic: Topic.ID; note: Note.Info }

/** Takes in what a message states: notes for the specification, and in `memory` what the next question depends on. */
export function learn(memory: Memory.Info, message: Message.Info, language: Language): Learned {
  const asked =
    memory.last && memory.last.topic !== "dispute" && memory.last.topic !== "wrap" ? memory.last.topic : undefined
  const all = clauses(message.text)
  const brief = isBrief(all)
  const learned: Learned = {
    notes: [],
    readings: [],
    brief,
    listed: all.filter((clause) => clause.item).length,
    cut: all.length > MAX_NOTES,
    corrected: false,
  }
  const tapped = asked !== undefined && Ask.isChoice(memory, language, message.text)
  let previous: Topic.ID | undefined
  for (const clause of all.slice(0, MAX_NOTES)) {
    const opening = memory.turn === 1 && !clause.item ? "purpose" : undefined
    const expected = brief || (learned.notes.length > 0 && !tapped) ? undefined : (asked ?? opening)
    if (COURTESY.has(intent(tokens(clause.text), language) ?? "")) continue
    const typed = classify(clause, language, expected)
    const reading = tapped ? choice(typed, asked) : typed
    const topic = reading.topics[0] ?? expected ?? (clause.item ? undefined : previous) ?? "scope"
    if (isFiller(reading, all.length)) continue
    previous = topic
    const note = noteOf(message, reading, topic, topic === expected, language)
    const told: Told = { ...reading, topic, note }
    const corrects = compare(memory, told, learned, language)
    if (corrects !== undefined) note.corrects = corrects
    learned.notes.push(note)
    learned.readings.push(told)
    absorb(memory, told, expected)
  }
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

/** "Really none." after a statement adds weight, not content. */
const isFiller = (reading: Reading, count: number) =>
  count > 1 &&
  reading.tokens.length <= 2 &&
  reading.topics.length === 0 &&
  reading.quantities.length === 0 &&
  reading.clause.reference === undefined

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
  const { label } = phrases[language].questions[topic]
  const text =
    isAnswer && reading.tokens.length <= 3 && reading.kind !== "exclusion"
      ? `${sentenceCase(label)}: ${plain(clause.text)}`
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

/** How far a statement settles a topic: the answer to its question, its main subject, or a remark in passing. */
const ANSWER = 0.85
const STATED = 0.65
const MENTIONED = 0.6
const HINTED = 0.25

function absorb(memory: Memory.Info, told: Told, asked: Topic.ID | undefined): void {
  const gist = clip(told.clause.text, Memory.MAX_GIST)
  for (const [rank, topic] of (told.topics.length ? told.topics : [told.topic]).entries()) {
    // "Webhook relay service" names the thing, but not yet what it should do.
    const isTitle = topic === "purpose" && memory.turn === 1 && told.tokens.length < 6
    const share = isTitle
      ? HINTED
      : topic === asked
        ? ANSWER
        : rank === 0
          ? STATED
          : told.strong.has(topic)
            ? MENTIONED
            : HINTED
    // A vague word promises a quality without settling it.
    const isVague = told.vague.some((one) => one.topic === topic)
    Memory.cover(memory, topic, isVague ? HINTED : share, gist)
  }
  // Whatever somebody answers to "what should it do" is what it should do.
  if (asked === "purpose" && memory.turn > 1 && told.tokens.length >= 4) Memory.cover(memory, "purpose", ANSWER, gist)
  for (const role of told.roles) memory.roles = Memory.count(memory.roles, role.id)
  // Three kinds of people named in passing are an answer to "who else".
  if (told.roles.length > 0) Memory.cover(memory, "users", memory.roles.length >= 3 ? STATED : HINTED, gist)
  for (const activity of told.activities) memory.activities = Memory.count(memory.activities, activity)
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
