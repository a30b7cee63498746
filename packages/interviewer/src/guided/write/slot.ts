import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Lexicon, Subjects } from "../languages/language.ts"
import { phrase } from "../read/phrase.ts"
import { CATEGORIES, type Category, categoryOf } from "./category.ts"
import { isList, type Sentence, type Verdict } from "./kind.ts"

/** What an answer to a question becomes: where it has what was asked for, and where it only is one. */
/** `over`: what is said of it, too, may be that. */
type Slot = {
  over?: true
  typed?: (answer: Answer) => Verdict["kind"] | undefined
  plain?: Verdict["kind"]
  category?: Category
}

type Answer = {
  has: (words: string) => boolean
  isShort: boolean
  sentence: Sentence
  lexicon: Lexicon
  verdict: Verdict | undefined
}

const SHORT = 7

const when =
  (test: (answer: Answer) => boolean, kind: Verdict["kind"]) =>
  (answer: Answer): Verdict["kind"] | undefined =>
    test(answer) ? kind : undefined

const isNumber = ({ has }: Answer) => has("#")
const isCondition = ({ has, lexicon }: Answer) => has(lexicon.cues.condition)
/** A list of things that says no more of itself than what is done. */
const isFree = ({ lexicon, sentence: { text }, verdict }: Answer) =>
  isList(text, lexicon) && (!verdict || verdict.kind === "requirement" || verdict.cue === "contains")
const isLimit = (answer: Answer) => isNumber(answer) && !answer.has(answer.lexicon.cues.rate)
const isDenial = (answer: Answer) => !answer.verdict && isNegative(answer) && isSaying(answer, true)
const isAmount = (answer: Answer) => isNumber(answer) && !answer.has(answer.lexicon.slots.money)
const isNegative = ({ has, lexicon: { cues } }: Answer) =>
  [cues.forbid, cues.nobody, cues.no, cues.unwanted, cues.negative].some(has)
/** It may be how somebody says what it is, or what should be better: of a few sentences, nothing firmer. */
const isLoose = ({ sentence: { isPart }, verdict }: Answer) => !isPart && (!verdict || LOOSE.has(verdict.kind))
const LOOSE = new Set<Verdict["kind"]>(["context", "requirement", "exclusion", "rule", "quality", "journey"])
const quality = (name: keyof Subjects, category: Category): Slot => ({
  typed: when(({ has, lexicon }) => has(lexicon.subjects[name]), "quality"),
  plain: "quality",
  category,
})

const SLOTS: Partial<Record<Topic.ID, Slot>> = {
  ...Object.fromEntries(CATEGORIES.map(([name, category]) => [name, quality(name, category)])),
  purpose: { over: true, typed: when((answer) => answer.sentence.isLead && isLoose(answer), "summary") },
  goal: { over: true, typed: when(isLoose, "goal") },
  exclusions: {
    typed: when(
      (answer) =>
        isNegative(answer) ||
        (answer.isShort &&
          !answer.sentence.isLoud &&
          answer.sentence.subjects.length === 0 &&
          !isNumber(answer) &&
          !answer.verdict),
      "exclusion",
    ),
  },
  success: { typed: when((answer) => answer.sentence.isLead && (isNumber(answer) || isCondition(answer)), "measure") },
  deadline: { typed: when(({ has, lexicon }) => has(lexicon.slots.date) || has(lexicon.slots.duration), "constraint") },
  budget: { typed: when(isNumber, "constraint") },
  retention: { typed: when(({ has, lexicon }) => has(lexicon.slots.duration), "rule"), plain: "rule" },
  volume: { typed: when(isAmount, "context") },
  speed: { typed: when(isNumber, "quality"), category: "performance" },
  journey: { typed: when((answer) => isFree(answer) && answer.sentence.isLead, "journey") },
  data: { typed: when((answer) => isFree(answer) && !categoryOf(answer.sentence.text, answer.lexicon), "entity") },
  rules: { typed: when((answer) => isLimit(answer) || isDenial(answer), "rule"), plain: "rule" },
  approval: { plain: "rule" },
  failure: { plain: "requirement" },
  migration: {
    typed: when(({ has, lexicon }) => has(lexicon.cues.oblige) || has(lexicon.cues.want), "requirement"),
    plain: "context",
  },
  law: { plain: "constraint" },
  reason: { plain: "context" },
  permissions: { plain: "rule" },
  content: { plain: "requirement" },
  scope: { plain: "requirement" },
  notifications: { plain: "requirement" },
  payment: { plain: "rule" },
  access: { plain: "requirement" },
  reports: { plain: "requirement" },
}

/** Fewer words of an answer say nothing by themselves. */
const LEAST = 7
/** An answer that only the question explains: what was said first, at some length, and not about the talk or about oneself. */
const isSaying = ({ has, lexicon, sentence: { isLead, isLoud, text } }: Answer, isOurs = false) =>
  isLead &&
  !isLoud &&
  text.split(/\s+/).length >= LEAST &&
  ![lexicon.acts.toYou, lexicon.acts.small_talk, lexicon.cues.past].some(has) &&
  (isOurs || !has(lexicon.roles.we) || has(lexicon.cues.want) || has(lexicon.cues.oblige))

/** These say what they are, whatever was asked. */
export const FIRM =
  /^(?:story|table|heading|worth it|date and ready|later|not part|not wanted|no$|money and budget|question|means|not clear|past)/

/** Where it stands says what it is. */
const PLACED = /^(?:story|table|heading)/

/** What a sentence of an answer is: what it says itself, and where it says nothing, what was asked for. */
export function answerTo(topic: Topic.ID, sentence: Sentence, verdict: Verdict | undefined): Verdict | undefined {
  const slot = SLOTS[topic]
  if (!slot || sentence.isQuestion || (verdict && (slot.over ? PLACED : FIRM).test(verdict.cue))) return verdict
  const { lexicon } = sentence
  const answer: Answer = {
    has: (words) => phrase(words, lexicon.slots.numbers).test(sentence.text),
    isShort: sentence.text.split(/\s+/).length <= SHORT && !verdict,
    sentence,
    lexicon,
    verdict,
  }
  const typed = slot.typed?.(answer)
  const kind = typed ?? (verdict || !isSaying(answer) ? undefined : slot.plain)
  if (!kind) return verdict
  return {
    kind,
    cue: `asked: ${topic}`,
    ...(kind === "quality" && { category: slot.category ?? "functional suitability" }),
  }
}
