import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type * as Message from "@spec-wizard/core/protocol/message"
import * as Choose from "./choose.ts"
import { clip } from "./gist.ts"
import type { Activity } from "./lexicon/lexicon.ts"
import * as Memory from "./memory.ts"
import type { Pair, Phrases, Vars } from "./phrase/phrases.ts"
import { phrases } from "./phrase/phrases.ts"
import { withoutLead } from "./point.ts"
import type { Language } from "./read/language.ts"
import { words } from "./read/words.ts"

export type Question = { text: string; choices: Message.Choice[] }

/** Decides on the next question and remembers that it was asked. Undefined when nothing is worth asking any more. */
export function next(memory: Memory.Info, language: Language, justTold: Topic.ID | undefined): Question | undefined {
  const choice = Choose.next(memory, justTold)
  if (!choice)
    return memory.last?.topic === "wrap" ? undefined : ask(memory, language, { topic: "wrap", wording: "more" })
  if (choice.wording !== "vague" && Choose.isEnough(memory, choice))
    return ask(memory, language, { topic: "wrap", wording: "open" })
  return ask(memory, language, {
    topic: choice.topic,
    wording: choice.wording,
    ...(choice.vague !== undefined && { vague: choice.vague }),
  })
}

export function ask(memory: Memory.Info, language: Language, asked: Memory.Asked): Question {
  Memory.leaveOpen(memory, memory.last?.dispute)
  // Nobody is sent back into a contradiction.
  if (memory.last && memory.last.topic !== "dispute") memory.previous = memory.last
  memory.last = asked
  memory.vague = memory.vague.filter((one) => one.topic !== asked.topic)
  if (asked.topic !== "dispute" && asked.topic !== "wrap" && !memory.asked.includes(asked.topic))
    memory.asked.push(asked.topic)
  return phrase(memory, language, asked)
}

/** The same question always reads the same while nothing new is known. */
export function phrase(memory: Memory.Info, language: Language, asked: Memory.Asked): Question {
  const spoken = phrases[language]
  if (asked.topic === "wrap" && asked.wording === "more")
    return { text: spoken.last, choices: offered(spoken, spoken.lastChoices) }
  if (asked.topic === "wrap") return { text: spoken.wrap, choices: offered(spoken, spoken.wrapChoices) }
  if (asked.topic === "dispute") {
    const older = short(asked.dispute?.older.quote, language)
    const newer = short(asked.dispute?.newer.quote, language)
    return { text: spoken.dispute(older, newer), choices: offered(spoken, [spoken.holds(older), spoken.holds(newer)]) }
  }
  const question = spoken.questions[asked.topic]
  const vars = varsFor(memory, language, asked)
  const wording = asked.wording === "vague" ? question.vague : asked.wording === "more" ? question.more : undefined
  return { text: (wording ?? question.ask)(vars), choices: offered(spoken, question.choices(vars)) }
}

/** Which of the choices just offered a message is, tapped or typed. */
export const choiceOf = (memory: Memory.Info, language: Language, text: string): Message.Choice | undefined =>
  memory.last && phrase(memory, language, memory.last).choices.find(({ value }) => value === text.trim())

const offered = (spoken: Phrases, topical: readonly Pair[]): Message.Choice[] =>
  [...topical, spoken.notSure, spoken.skip].map(([label, value]) => ({ label, value }))

/** A quote inside a question loses its own question mark, so that it stays clear what is asked. */
const short = (quote: string | undefined, language: Language) =>
  withoutLead(clip(quote ?? "", 80), language)
    .replaceAll("?", "")
    .replace(/[“”„"«»]/g, "'")
    .trim()

/** Staff who may be the main users, and whose name is a plural in every language. */
const CREWS = new Set(["technician", "teacher", "volunteer", "driver", "therapist", "employee"])
/** What staff do themselves. Orders and bookings are placed by others. */
const OFFICE = new Set(["time", "stock", "document"])
/** A word that fell once in passing does not tell what it is all about. */
const PLAIN = 2

function varsFor(memory: Memory.Info, language: Language, { vague, wording }: Memory.Asked): Vars {
  const spoken = phrases[language]
  const { lexicon } = words(language)
  const role = Memory.frequent(memory.roles)
    .map(({ id }) => lexicon.roles.find((one) => one.id === id))
    .find((one) => one !== undefined && (one.side === "public" || CREWS.has(one.id)))
  const plain = Memory.frequent(memory.activities).find(({ times }) => times >= PLAIN)
  const activity =
    plain && Object.hasOwn(lexicon.activities, plain.id) ? lexicon.activities[plain.id as Activity] : undefined // own key of the record
  const isTheirs = role?.side !== "staff" || OFFICE.has(plain?.id ?? "")
  const subject = activity ? undefined : Memory.frequent(memory.subjects).find(({ times }) => times >= PLAIN)
  return {
    who: role?.name ?? spoken.people,
    isMore: wording === "more",
    money: Memory.coverage(memory, "payment") > 0,
    withoutAccounts: memory.claims.some((claim) => claim.about === "accounts" && claim.stance === "no"),
    ...(role?.side === "public" && { payers: role.name }),
    ...(activity && { things: activity.things }),
    ...(activity && isTheirs && { act: activity.act }),
    ...(subject && { subject: subject.id }),
    ...(vague !== undefined && { vague }),
  }
}
