import type * as Note from "@spec-wizard/core/interviewer/note"
import type * as Topic from "@spec-wizard/core/interviewer/topic"
import { topics } from "@spec-wizard/core/interviewer/topic"
import type { Activity, Cue, Role } from "../lexicon/lexicon.ts"
import type { Clause } from "./clause.ts"
import { delegated, doubtful, greets } from "./intent.ts"
import type { Language } from "./language.ts"
import { leading } from "./lead.ts"
import type { Hit } from "./matcher.ts"
import type { Found } from "./quantity.ts"
import { quantities } from "./quantity.ts"
import type { Stance } from "./stance.ts"
import { stances } from "./stance.ts"
import type { Token } from "./token.ts"
import { tokens } from "./token.ts"
import { words } from "./words.ts"

/** What one clause says. `topics` has the main one first; it is empty when no word gave any away. */
export type Reading = {
  clause: Clause
  tokens: Token[]
  kind: Note.Kind
  topics: Topic.ID[]
  quantities: Found[]
  stances: Stance[]
  roles: Role[]
  activities: Activity[]
  vague: { topic: Topic.ID; word: string }[]
  /** Strong when the visitor says so outright ("I meant"), weak for words that may only join sentences ("actually"). */
  correction: "strong" | "weak" | undefined
  /** Topics that a telling word gave away, not a hint. */
  strong: Set<Topic.ID>
  /** Its own words belong to some topic: it means something without its question. */
  named: boolean
  doubtful: boolean
  /** Words of greeting in front: "Good morning, we run …" has 2. */
  greets: number
  delegated: boolean
  denied: boolean
}

/** `asked` is the topic of the question this message answers; it wins when the words leave room. */
export function classify(clause: Clause, language: Language, asked: Topic.ID | undefined): Reading {
  const known = words(language)
  const found = tokens(clause.text, clause.start)
  const numbers = quantities(found, clause.text, clause.start, language)
  const cues = new Set(known.cues(found).map((hit) => hit.label))
  const negations = known.negation(found)
  const scores = new Map<Topic.ID, number>()
  const add = (topic: Topic.ID, score: number) => scores.set(topic, (scores.get(topic) ?? 0) + score)
  const hits = known.topics(found)
  for (const hit of hits) add(hit.label, hit.weight + 0.1 * hit.length)
  if (clause.heading !== undefined)
    for (const hit of known.topics(tokens(clause.heading)).slice(0, 4)) {
      add(hit.label, hit.weight === 2 ? 2.5 : 0.5)
      hits.push(hit)
    }
  const remarks = known.intents(found)
  const vague = vagueWords(found, clause, numbers, language)
  // A vague wish is about its quality, whatever was asked.
  if (hits.length === 0) for (const { topic } of vague) add(topic, 4)
  const amount = Math.max(0, ...numbers.map(({ unit = "", value }) => (MONEY.has(unit) ? value : 0)))
  if (amount > 0 && !scores.has("payment")) add(amount >= LIKELY_BUDGET ? "budget" : "payment", 2.5)
  const isQuestion = clause.text.endsWith("?")
  const excluded = isExclusion(found.length, leading(found, language), negations, cues, scores)
  const people = known.roles(found)
  const roles = [...new Set(people.map((hit) => hit.label))]
  // "600 members and 5 trainers": how many there are.
  const areCounted = numbers.some(
    (number) => number.counted && people.some((hit) => hit.at > number.at && hit.at <= number.at + 3),
  )
  if (areCounted && !cues.has("rule")) add("volume", 2.2)
  const telling = hits.filter((hit) => hit.weight === 2 && hit.label !== asked)
  const couldBe =
    asked === undefined || couldAnswer(asked, cues, numbers.length > 0, negations.length > 0, roles.length > 0)
  const isElsewhere = telling.length > 1 || telling.some((hit) => hit.length > 1 || !couldBe)
  const topic = ranked(scores, { asked, excluded, cues, numbers, words: found.length, isElsewhere, couldBe })
  return {
    clause,
    tokens: found,
    kind: kindOf({ topic: topic[0], excluded, cues, numbers, isQuestion }),
    topics: topic,
    quantities: numbers,
    stances: isQuestion ? [] : stances(found, negations, clause, language),
    roles,
    activities: known.activities(found).map((hit) => hit.label),
    vague,
    correction: correction(found, numbers, language),
    strong: tellingTopics(hits, found),
    named: hits.length > 0 || vague.length > 0,
    doubtful: doubtful(remarks, language),
    greets: greets(remarks, found),
    delegated: delegated(remarks, found.length),
    denied: negations.length > 0,
  }
}

/** Named by one telling word, or by two that hint at it. */
function tellingTopics(hits: Hit<Topic.ID>[], found: Token[]): Set<Topic.ID> {
  const words = new Map<Topic.ID, Set<string | undefined>>()
  for (const { label, at } of hits) words.set(label, (words.get(label) ?? new Set()).add(found[at]?.word))
  const isTelling = (hit: Hit<Topic.ID>) => hit.weight === 2 || (words.get(hit.label)?.size ?? 0) > 1
  return new Set(hits.filter(isTelling).map((hit) => hit.label))
}

/** Some questions can only be answered with a number, a denial or a person. */
function couldAnswer(asked: Topic.ID, cues: Set<Cue>, hasNumber: boolean, denies: boolean, hasRole: boolean): boolean {
  if (asked === "exclusions") return denies
  if (asked === "users") return hasRole
  if (asked === "success" && (cues.has("measure") || cues.has("goal"))) return true
  return hasNumber || !NUMERIC.has(asked)
}
const NUMERIC = new Set<Topic.ID>(["success", "volume", "budget", "deadline", "speed", "availability", "retention"])

const MONEY = new Set(["EUR", "USD", "GBP", "CHF"])
/** What something costs to use is a smaller amount than what it may cost to build. */
const LIKELY_BUDGET = 500

type Evidence = {
  asked: Topic.ID | undefined
  excluded: boolean
  cues: Set<Cue>
  numbers: Found[]
  words: number
  /** The words name another topic beyond doubt, or cannot answer what was asked. */
  isElsewhere: boolean
  couldBe: boolean
}

function ranked(scores: Map<Topic.ID, number>, evidence: Evidence): Topic.ID[] {
  const { asked, excluded, cues, numbers } = evidence
  const add = (topic: Topic.ID, score: number) => scores.set(topic, (scores.get(topic) ?? 0) + score)
  if (excluded) add("exclusions", 6)
  if (cues.has("measure") && numbers.length > 0) add("success", 3)
  else if (cues.has("rule")) {
    const isStrict = [...scores].some(([topic, score]) => STRICT.has(topic) && score >= 2)
    add("rules", isStrict ? 0.5 : numbers.length > 0 ? 3 : 1.5)
  }
  if (cues.has("term") && scores.has("terms")) add("terms", 2)
  if (asked !== undefined) {
    // A few words right after a question answer it, unless they plainly belong elsewhere; a sentence must have something to do with it.
    const isFree = evidence.couldBe || scores.size === 0
    if (evidence.words <= 5 && !excluded && !evidence.isElsewhere && isFree) add(asked, 3)
    else if (scores.has(asked)) add(asked, 3.5)
    else if (evidence.couldBe && !evidence.isElsewhere && Math.max(0, ...scores.values()) < 2) add(asked, 2.5)
  }
  return [...scores].sort(([a, x], [b, y]) => y - x || topics[b].impact - topics[a].impact).map(([topic]) => topic)
}

/** "No delivery" leaves something out; "patients see no notes" is a rule. So the denial must open the clause or be unmistakable. */
function isExclusion(
  count: number,
  lead: number,
  negations: { at: number; length: number }[],
  cues: Set<Cue>,
  scores: Map<Topic.ID, number>,
) {
  if (cues.has("exclusion")) return true
  if ((scores.get("exclusions") ?? 0) >= 2) return true
  const first = negations[0]
  if (!first || cues.has("rule") || cues.has("measure")) return false
  if ((scores.get("reason") ?? 0) >= 2 || (scores.get("budget") ?? 0) >= 2 || (scores.get("retention") ?? 0) >= 2)
    return false
  const afterDenial = count - (first.at + first.length)
  return first.at - lead <= 1 && afterDenial >= 1 && afterDenial <= 8
}

type Signs = { topic: Topic.ID | undefined; excluded: boolean; cues: Set<Cue>; numbers: Found[]; isQuestion: boolean }

function kindOf({ topic, excluded, cues, numbers, isQuestion }: Signs): Note.Kind {
  if (isQuestion) return "question"
  if (excluded) return "exclusion"
  if (cues.has("risk")) return "risk"
  if (topic === "success")
    return cues.has("measure") && numbers.length === 0 ? "goal" : numbers.length > 0 ? "measure" : "goal"
  if (topic !== undefined && STRICT.has(topic)) return topics[topic].kind
  if (cues.has("rule")) return "rule"
  if (cues.has("decision")) return "decision"
  if (topic === "users" && cues.has("goal")) return "goal"
  return topic === undefined ? "requirement" : topics[topic].kind
}

/** Topics whose statements keep their kind however they are worded: "only managers may …" stays with the roles. */
const STRICT = new Set<Topic.ID>([
  "budget",
  "deadline",
  "permissions",
  "retention",
  "privacy",
  "security",
  "accessibility",
  "availability",
  "speed",
  "terms",
  "integrations",
  "volume",
  "notifications",
  "reports",
])

function correction(found: Token[], numbers: Found[], language: Language): Reading["correction"] {
  const hits = words(language).correction(found)
  if (numbers.some((number) => number.denied) || hits.some((hit) => hit.weight === 2)) return "strong"
  return hits.length > 0 ? "weak" : undefined
}

function vagueWords(found: Token[], clause: Clause, numbers: Found[], language: Language): Reading["vague"] {
  if (numbers.length > 0) return []
  return words(language)
    .vague(found)
    .map(({ label, at, length }) => ({
      topic: label,
      word: clause.text.slice(
        (found[at]?.start ?? 0) - clause.start,
        (found[at + length - 1]?.end ?? 0) - clause.start,
      ),
    }))
}
