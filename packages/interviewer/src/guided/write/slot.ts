import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Lexicon } from "../languages/language.ts"
import { phrase } from "../read/phrase.ts"
import { CATEGORIES, type Category, categoryOf, isLook } from "./category.ts"
import { isList } from "./shape.ts"
import { isNamed, topicsOf } from "./topics.ts"
import type { Sentence, Verdict } from "./verdict.ts"

/**
 * What an answer to a question becomes: of that kind `when` it has what was asked for, and `plain` where only the question explains it. `over`:
 * what says something itself may be that, too, even with that cue.
 */
type Slot = {
  kind: Verdict["kind"]
  when?: (answer: Answer) => boolean
  plain?: Verdict["kind"]
  category?: Category
  over?: "all" | "past" | "no"
}

type Answer = {
  has: (words: string) => boolean
  sentence: Sentence
  lexicon: Lexicon
  verdict: Verdict | undefined
}

const SHORT = 7

/** Where it stands says what it is. */
const PLACED = /^(?:story|table|heading)/
/** These say what they are, whatever was asked. */
export const FIRM =
  /^(?:story|table|heading|worth it|date and ready|later|not part|not wanted|no$|money and budget|question|means|not clear|past)/

const isNumber = ({ has }: Answer) => has("#")
/** A list of things that says no more of itself than what is done. */
const isFree = ({ lexicon, sentence: { text }, verdict }: Answer) =>
  isList(text, lexicon) &&
  (!verdict ||
    (verdict.kind === "requirement" && verdict.cue !== "must") ||
    verdict.cue === "contains" ||
    verdict.cue === "past")
/** Steps one after the other, whatever limits and figures stand in them. */
const isCourse = (answer: Answer) =>
  answer.sentence.isLead &&
  (isFree(answer) || (isList(answer.sentence.text, answer.lexicon) && TOLD.test(answer.verdict?.cue ?? "")))
const TOLD = /^(?:limit|count|each and number|today|trouble|state|price)$/
const isNegative = ({ has, lexicon: { cues } }: Answer) =>
  [cues.forbid, cues.nobody, cues.no, cues.unwanted, cues.negative].some(has)
/** "It must work without help": the denial is not of what must be. */
const isDuty = ({ has, lexicon: { cues } }: Answer) => has(cues.oblige) && !has(cues.forbid)
/** What somebody may or may not do is a rule. */
const isOfSomebody = ({ sentence: { subjects } }: Answer) => subjects.some(({ isSure, does }) => isSure && does)
/** What an answer may be called that says nothing itself: a few words, and of nobody. */
const isBare = ({ verdict, has, sentence: { text, isLoud, subjects } }: Answer) =>
  !verdict && !isLoud && subjects.length === 0 && !has("#") && text.split(/\s+/).length <= SHORT
/** A few words that tell no more than how things are. */
const isFew = ({ verdict, sentence: { text } }: Answer) =>
  (!verdict || verdict.kind === "context") && text.split(/\s+/).length <= SHORT
const isDenial = (answer: Answer) => !answer.verdict && isNegative(answer) && isSaying(answer, true, LEAST_DENIAL)
/** It may be how somebody says what it is, or what should be better: of a few sentences, nothing firmer. */
const isLoose = ({ sentence: { isPart }, verdict }: Answer) => !isPart && (!verdict || LOOSE.has(verdict.kind))
const LOOSE = new Set<Verdict["kind"]>(["context", "requirement", "exclusion", "rule", "quality", "journey"])
const quality = ([name, category]: (typeof CATEGORIES)[number]): [string, Slot] => [
  name,
  { kind: "quality", when: ({ has, lexicon }) => has(lexicon.subjects[name]), plain: "quality", category },
]
const plain = (kind: Verdict["kind"]): Slot => ({ kind, plain: kind })

const SLOTS: Partial<Record<Topic.ID, Slot>> = {
  ...Object.fromEntries(CATEGORIES.map(quality)),
  purpose: { kind: "summary", over: "all", when: (answer) => answer.sentence.isLead && isLoose(answer) },
  goal: { kind: "goal", over: "all", when: isLoose },
  exclusions: {
    kind: "exclusion",
    when: (answer) => (isNegative(answer) && !isDuty(answer) && !isOfSomebody(answer)) || isBare(answer),
  },
  success: {
    ...plain("measure"),
    over: "no",
    when: ({ has, lexicon: { cues, slots }, sentence: { isLead, isAlone }, verdict }) =>
      !/^(?:keep|correction)/.test(verdict?.cue ?? "") &&
      (has(cues.condition) ||
        (isLead && (has("#") || verdict?.cue === "no")) ||
        (isAlone && !verdict && has(slots.date))),
  },
  deadline: {
    kind: "constraint",
    over: "no",
    when: ({ has, lexicon: { slots }, sentence: { isLead }, verdict }) =>
      has(slots.date) || has(slots.duration) || (isLead && verdict?.cue === "no"),
  },
  budget: { kind: "constraint", when: isNumber },
  retention: { ...plain("rule"), when: ({ has, lexicon }) => has(lexicon.slots.duration) },
  volume: {
    kind: "context",
    when: (answer) =>
      (isNumber(answer) || answer.has(answer.lexicon.cues.about)) && !answer.has(answer.lexicon.slots.money),
  },
  speed: { kind: "quality", when: isNumber, category: "performance" },
  look: {
    kind: "quality",
    category: "look and feel",
    plain: "quality",
    when: (answer) => isLook(answer.sentence.text, answer.lexicon.subjects) || (isFew(answer) && isInShort(answer)),
  },
  journey: { kind: "journey", over: "past", when: isCourse },
  data: {
    kind: "entity",
    over: "past",
    when: (answer) => isFree(answer) && (answer.sentence.isAlone || !categoryOf(answer.sentence.text, answer.lexicon)),
  },
  rules: {
    ...plain("rule"),
    when: (answer) => (isNumber(answer) && !answer.has(answer.lexicon.cues.rate)) || isDenial(answer),
  },
  migration: {
    kind: "requirement",
    when: ({ has, lexicon: { cues } }) => has(cues.oblige) || has(cues.want),
    plain: "context",
  },
  approval: plain("rule"),
  permissions: plain("rule"),
  payment: plain("rule"),
  law: plain("constraint"),
  reason: {
    ...plain("context"),
    when: ({ has, lexicon: { cues }, sentence: { isLead }, verdict }) =>
      isLead && !verdict && !has(cues.oblige) && !has(cues.want),
  },
  failure: plain("requirement"),
  content: {
    kind: "requirement",
    over: "past",
    when: (answer) => isFree(answer) && answer.sentence.isLead,
    plain: "requirement",
  },
  scope: plain("requirement"),
  notifications: plain("requirement"),
  access: plain("requirement"),
  reports: plain("requirement"),
  integrations: { ...plain("integration"), when: (answer) => !answer.verdict && isInShort(answer) },
}

/** Fewer words of an answer say nothing by themselves. */
const LEAST = 7
/** "No bike leaves unpaid" is nothing but a rule. */
const LEAST_DENIAL = 4
/** An answer that only the question explains: what was said first, at some length, and not about the talk or about oneself. */
const isSaying = (
  { has, lexicon, sentence: { isLead, isLoud, text, subjects } }: Answer,
  isOurs = false,
  least = LEAST,
) =>
  isLead &&
  !isLoud &&
  text.split(/\s+/).length >= least &&
  ![lexicon.acts.toYou, lexicon.acts.small_talk, lexicon.cues.past].some(has) &&
  (isOurs || !has(lexicon.roles.we) || has(lexicon.cues.want) || has(lexicon.cues.oblige)) &&
  // A day or a price by itself may be of anything.
  (subjects.length > 0 ||
    ![lexicon.slots.date, lexicon.slots.money].some(has) ||
    [lexicon.roles.modal, lexicon.roles.being, lexicon.roles.we].some(has))

/** A message of one short sentence, without a day or a price, and about nobody's talk. */
const isInShort = ({ has, lexicon: { acts, cues, roles, slots }, sentence: { isAlone, isLoud, text } }: Answer) =>
  isAlone &&
  !isLoud &&
  text.split(/\s+/).length < LEAST &&
  ![acts.toYou, acts.small_talk, acts.talk, cues.past, roles.we, slots.date, slots.money].some(has)

/** It speaks of nothing else. */
const isNothingElse = (topic: Topic.ID, answer: Answer) =>
  isInShort(answer) && topicsOf(answer.sentence.text, undefined, answer.lexicon).every((one) => one === topic)

const isFirm = (verdict: Verdict | undefined, { over }: Slot): boolean =>
  verdict !== undefined && (over === "all" ? PLACED : FIRM).test(verdict.cue) && verdict.cue !== over

/** In few words, but it names what was asked for: "a PIN is enough". */
const isAbout = (topic: Topic.ID, { lexicon, sentence: { isLead, isLoud, text } }: Answer) =>
  isLead && !isLoud && isNamed(topic, text, lexicon)

/** What a sentence of an answer is: what it says itself, and where it says nothing, what was asked for. */
export function answerTo(topic: Topic.ID, sentence: Sentence, verdict: Verdict | undefined): Verdict | undefined {
  const slot = SLOTS[topic]
  if (!slot || sentence.isQuestion || isFirm(verdict, slot)) return verdict
  const { lexicon } = sentence
  const has = (words: string) => phrase(words, lexicon.slots.numbers).test(sentence.text)
  const answer: Answer = { has, sentence, lexicon, verdict }
  const kind = slot.when?.(answer)
    ? slot.kind
    : verdict || !(isSaying(answer) || isAbout(topic, answer) || isNothingElse(topic, answer))
      ? undefined
      : slot.plain
  if (!kind) return verdict
  const category = slot.category ?? "functional suitability"
  return { kind, cue: `asked: ${topic}`, ...(kind === "quality" && { category }) }
}

/** What begins a conversation and is short says what they would like to have, unless it tells how things are, what somebody does, or what shall not be. */
export function firstOf(sentence: Sentence, verdict: Verdict | undefined): Verdict | undefined {
  const { isOpening, isLead, isPart, isQuestion, lexicon, segment, subjects, text } = sentence
  const has = (words: string) => phrase(words, lexicon.slots.numbers).test(text)
  const isPlain = isOpening && isLead && !isPart && !segment.isBullet && !segment.row && segment.path.length === 0
  if (!isPlain || (verdict && verdict.kind !== "requirement") || (isQuestion && !has(lexicon.cues.thing)))
    return undefined
  const isOfSomebody = subjects.some(({ isSure, does, start }) => isSure && does && start <= MAX_ARTICLE)
  const isWish = [lexicon.cues.thing, lexicon.cues.want, lexicon.cues.wish].some(has)
  const { being, does, modal, we } = lexicon.roles
  const isName = ![being, does, modal, we].some(has)
  return (isWish || isName) && !isOfSomebody && !has(lexicon.cues.negative)
    ? { kind: "summary", cue: "said first" }
    : undefined
}

/** A subject further inside is not what a sentence begins with. */
const MAX_ARTICLE = 8
