import * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Document } from "@spec-wizard/core/protocol/document"
import * as Memory from "../memory.ts"
import { disputes, lineAt, placeOf, sidesOf, unchecked } from "./lines.ts"
import { core, topics } from "./topics.ts"

/** Below this a question costs the visitor more than its answer is worth; below that, an offer to sum up comes first. */
const WORTH_ASKING = 1
const DETAIL = 4
/** "Anything else" comes early, too: what they have in mind is not on any list. */
const BEFORE_ELSE = 4
/** So many questions in a row that bring nothing, and they are offered to sum up. */
const PATIENCE = 3

type Scored = Memory.Waiting & { score: number }

/** The question with the highest impact × uncertainty that has not been put yet, or the offer to sum up. */
export function next(memory: Memory.Info, document: Document): Memory.Waiting {
  const dispute = disputeToShow(memory, document)
  if (dispute) return dispute
  if (memory.asked >= BEFORE_ELSE && !memory.hasAskedElse) return plain("else")
  const ranked = candidates(memory, document).sort((a, b) => b.score - a.score)
  const [best] = ranked
  if (!best) return { ...plain("wrap"), wording: "more" }
  const missing = core.filter((topic) => !isSettled(memory, topic))
  const isTired = memory.idle >= PATIENCE
  if (missing.length === 0 && (isTired || (!memory.wantsMore && best.score < DETAIL))) return plain("wrap")
  const isLate = isTired || (!memory.wantsMore && best.score < DETAIL)
  const { score: _, ...chosen } =
    (isLate && ranked.find(({ question }) => missing.some((topic) => topic === question))) || best
  return chosen
}

export const plain = (question: Memory.Waiting["question"]): Memory.Waiting => ({
  question,
  wording: "ask",
  places: [],
})

function candidates(memory: Memory.Info, document: Document): Scored[] {
  const found: Scored[] = Topic.ID.options.map((topic) => {
    const score = impactOf(memory, topic) * uncertainty(memory, topic)
    return { ...plain(topic), wording: isKnownInPart(memory, topic) ? "more" : "ask", score }
  })
  const { word } = memory
  if (word !== undefined && !memory.topics.terms) found.push({ ...plain("terms"), word, score: WORD })
  const check = checkable(memory, document)
  if (check)
    found.push({
      question: "criterion",
      wording: wordingOf(memory.criteria.length),
      places: [check],
      score: CHECKS[memory.criteria.length] ?? 0,
    })
  return found.filter(({ score }) => score >= WORTH_ASKING)
}

const WORD = 5
/** Of the first requirement, the second and the third. */
const CHECKS = [5.5, 4.5, 4.1]
const BEFORE_CHECKS = 6

/** What is asked more than once is never asked twice running in the same words. */
const wordingOf = (times: number): Memory.Wording =>
  Memory.Wording.options[times % Memory.Wording.options.length] ?? "ask"

/** A contradiction that was not shown yet. An answer to one that raises another of itself is not asked about in its turn. */
function disputeToShow(memory: Memory.Info, document: Document): Memory.Waiting | undefined {
  const shown = memory.disputes.length / 2
  if (shown >= Memory.MAX_DISPUTES) return undefined
  const isAnswer = memory.waiting?.question === "dispute"
  const places = disputes(document)
    .filter(({ addedIn }) => !isAnswer || addedIn < document.version)
    .map(sidesOf)
    .find((sides) => !sides.every((side) => memory.disputes.some((one) => Memory.isSame(one, side))))
  return places && { question: "dispute", wording: wordingOf(shown), places }
}

/** What to agree on a check for. Whoever had no answer for the one before is not asked for more. */
function checkable(memory: Memory.Info, document: Document): Memory.Place | undefined {
  const had = memory.criteria.map((place) => lineAt(document, place, "requirement"))
  if (memory.asked < BEFORE_CHECKS || had.some((line) => line?.criteria.length === 0)) return undefined
  return unchecked(document)
    .map(placeOf)
    .find((place) => place && !memory.criteria.some((one) => Memory.isSame(one, place)))
}

/** Who wants to be rid of something knows best what is wrong with it. */
const REPLACING: Partial<Record<Topic.ID, number>> = { reason: 12, success: 11.5, exclusions: 11 }

const impactOf = ({ replaces }: Memory.Info, topic: Topic.ID): number =>
  (replaces ? REPLACING[topic] : undefined) ?? topics[topic].impact

/** What is known in part is asked for the rest. What only came up is, too, unless its open question asks for more than that. */
function isKnownInPart({ topics: known, replaces, opened }: Memory.Info, topic: Topic.ID): boolean {
  const { also = [] } = topics[topic]
  const isTold = known[topic] !== undefined && (known[topic] !== "hinted" || also.length === 0)
  return (
    isTold ||
    opened.includes(topic) ||
    (topic === "reason" && replaces) ||
    also.some((other) => known[other] !== undefined)
  )
}

/** How little is known: 1 where nothing is, 0 where it is not asked any more. */
function uncertainty({ topics: known, opened, narrowed, replaces }: Memory.Info, topic: Topic.ID): number {
  const { deep, impact, prompted } = topics[topic]
  const status = known[topic]
  if (status === "skipped" || status === "unsure" || narrowed.includes(topic)) return 0
  if (topic === "reason" && replaces && !opened.includes(topic)) return 1
  if (status === "partly") return PARTLY
  if (status === "asked") return deep ? TOLD_ELSE : 0
  if (opened.includes(topic) || status === "known") return deep ? REST : 0
  if (topic === "purpose" && status === "hinted") return HINTED
  if (status === "hinted") return prompted ? 1 : impact >= WEIGHTY ? HINTED_AT : HINTED
  const isAskedAlready = Topic.ID.options.some((other) => opened.includes(other) && topics[other].also?.includes(topic))
  return (isAskedAlready ? ASKED_ALREADY : 1) * (prompted ? UNPROMPTED : 1)
}

const REST = 0.2
const PARTLY = 0.6
const TOLD_ELSE = 0.45
/** Of what matters most a passing word tells little; a date, a language or a sum is told by it. */
const WEIGHTY = 6.8
const HINTED_AT = 0.85
const HINTED = 0.3
const ASKED_ALREADY = 0.35
const UNPROMPTED = 0.3

const isSettled = ({ topics: known }: Memory.Info, topic: Topic.ID): boolean =>
  known[topic] !== undefined && known[topic] !== "hinted"

/** What nobody has told yet, most important first. */
export const missing = ({ topics: known }: Memory.Info): Topic.ID[] =>
  Topic.ID.options
    .filter((topic) => known[topic] === undefined || known[topic] === "unsure")
    .filter((topic) => topic !== "purpose" && topic !== "goal" && !topics[topic].prompted)
    .sort((a, b) => topics[b].impact - topics[a].impact)
