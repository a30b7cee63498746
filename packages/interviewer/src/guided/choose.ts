import * as Topic from "@spec-wizard/core/interviewer/topic"
import * as Memory from "./memory.ts"

export type Choice = { topic: Topic.ID; wording: Memory.Asked["wording"]; vague?: string; score: number }

/** Below this a question costs the visitor more than its answer is worth. */
const WORTH_ASKING = 2
/** A clear statement settles a topic to this degree; `deep` ones take more. */
const SETTLED = 0.6
const FLOW = 1.25
/** Money and other sore points matter little where nothing hints at them. */
const UNPROMPTED = 0.35
const MONEY = new Set(["order", "booking", "donation", "course"])

/** From this many questions on, or when only details are left, the visitor is offered the summary. */
const MANY_QUESTIONS = 12
const FEW_QUESTIONS = 5
const DETAIL = 4.5
const MATTERS = 6.5

/** The question with the highest impact × uncertainty that has not been asked. */
export function next(memory: Memory.Info, justTold: Topic.ID | undefined): Choice | undefined {
  return ranked(memory, justTold).find((choice) => !memory.asked.includes(choice.topic) || choice.wording === "vague")
}

/** What is still missing, most important first. */
export const missing = (memory: Memory.Info): Topic.ID[] => ranked(memory, undefined).map((choice) => choice.topic)

/** What to name when the visitor wants to know: the first is the one to ask now, so if possible one that was not asked before. */
export function gaps(memory: Memory.Info): Topic.ID[] {
  const all = missing(memory)
  const first = all.find((topic) => !memory.asked.includes(topic))
  return first === undefined ? all : [first, ...all.filter((topic) => topic !== first)]
}

export const isEnough = (memory: Memory.Info, best: Choice) =>
  !memory.wantsMore &&
  ((memory.asked.length >= FEW_QUESTIONS && best.score < DETAIL) ||
    (memory.asked.length >= MANY_QUESTIONS && best.score < MATTERS))

function ranked(memory: Memory.Info, justTold: Topic.ID | undefined): Choice[] {
  const choices: Choice[] = []
  for (const topic of Topic.ID.options) {
    const vague = memory.vague.find((one) => one.topic === topic)
    if (vague) {
      // "Fast" was their own word: they expect to be asked for its measure now, or else when its topic's turn comes.
      const isFirst = vague === memory.vague.find((one) => one.turn === memory.turn)
      choices.push({ topic, wording: "vague", vague: vague.word, score: isFirst ? 20 : Topic.topics[topic].impact })
      continue
    }
    const { impact, after } = Topic.topics[topic]
    const uncertain = uncertainty(memory, topic)
    const score = impact * uncertain * relevance(memory, topic) * (justTold && after.includes(justTold) ? FLOW : 1)
    if (score >= WORTH_ASKING) choices.push({ topic, wording: wordingOf(memory, topic), score })
  }
  return choices.sort((a, b) => b.score - a.score)
}

export const wordingOf = (memory: Memory.Info, topic: Topic.ID): "open" | "more" =>
  Topic.topics[topic].deep && Memory.coverage(memory, topic) >= 0.3 ? "more" : "open"

function uncertainty(memory: Memory.Info, topic: Topic.ID): number {
  // Who knows the steps knows what it should do.
  if (topic === "purpose" && Memory.coverage(memory, "journey") >= SETTLED) return 0
  const known = memory.topics[topic]
  if (!known) return 1
  if (known.status === "answered" || known.status === "unsure" || known.status === "skipped") return 0
  if (Topic.topics[topic].deep) return 1 - known.coverage + (known.coverage >= SETTLED ? 0.1 : 0)
  return known.coverage >= SETTLED ? 0 : 1 - known.coverage
}

function relevance(memory: Memory.Info, topic: Topic.ID): number {
  // Late in a conversation "what should it do" sounds as if nobody had listened.
  if (topic === "purpose" && memory.turn > 3) return UNPROMPTED
  const { needs } = Topic.topics[topic]
  if (!needs || needs.some((need) => Memory.coverage(memory, need) > 0)) return 1
  return topic === "payment" && memory.activities.some((activity) => MONEY.has(activity.id)) ? 1 : UNPROMPTED
}
