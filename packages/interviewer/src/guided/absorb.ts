import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Told } from "./learn.ts"
import * as Memory from "./memory.ts"
import type { Language } from "./read/language.ts"
import { isSmall } from "./read/language.ts"
import { fold } from "./read/token.ts"
import { words } from "./read/words.ts"

/** How far a statement settles a topic: the answer to its question, its main subject, or a remark in passing. */
const ANSWER = 0.85
const STATED = 0.65
const MENTIONED = 0.6
const HINTED = 0.25

/** What the next question depends on. `all` are the statements of one message. */
export function absorb(memory: Memory.Info, all: readonly Told[], language: Language): void {
  for (const told of all) cover(memory, told)
  // Whatever somebody answers to "what should it do" is what it should do.
  const [first] = all
  if (memory.last?.topic === "purpose" && first && first.tokens.length >= 4) Memory.cover(memory, "purpose", ANSWER)
  for (const { id } of new Set(all.flatMap(({ roles }) => roles))) memory.roles = Memory.count(memory.roles, id)
  for (const activity of new Set(all.flatMap(({ activities }) => activities))) {
    // Named where somebody says what it is for, it is plain what it is about; elsewhere it takes a second mention.
    const isPlain = all.some(({ activities, topic }) => activities.includes(activity) && CENTRAL.has(topic))
    memory.activities = Memory.count(memory.activities, activity, isPlain || memory.turn === 1 ? 2 : 1)
  }
  countSubjects(memory, all, language)
  for (const { topic, word } of all.flatMap(({ vague }) => vague))
    if (!memory.measured.includes(topic) && memory.topics[topic]?.status !== "answered" && memory.vague.length < 4) {
      memory.measured.push(topic)
      memory.vague.push({ topic, word: word.slice(0, 40), turn: memory.turn })
    }
}

const CENTRAL = new Set<Topic.ID>(["purpose", "journey", "scope"])

function cover(memory: Memory.Info, told: Told): void {
  for (const [rank, topic] of (told.topics.length ? told.topics : [told.topic]).entries()) {
    // "Webhook relay service" names the thing, but not yet what it should do.
    const isTitle = topic === "purpose" && memory.turn === 1 && told.tokens.length < 6
    const share = isTitle
      ? HINTED
      : topic === told.topic && told.isAnswer
        ? ANSWER
        : rank === 0
          ? STATED
          : told.strong.has(topic)
            ? MENTIONED
            : HINTED
    // A vague word promises a quality without settling it.
    const isVague = told.vague.some((one) => one.topic === topic)
    Memory.cover(memory, topic, isVague ? HINTED : share)
  }
  // Three kinds of people named in passing are an answer to "who else".
  if (told.roles.length > 0) Memory.cover(memory, "users", memory.roles.length >= 3 ? STATED : HINTED)
}

/** English and German say "the plots" and "die Räder" alike for any noun; Spanish and French would need its gender. */
const SPEAKS_OF: Record<Language, boolean> = { en: true, de: true, es: false, fr: false }

function countSubjects(memory: Memory.Info, all: readonly Told[], language: Language): void {
  if (!SPEAKS_OF[language]) return
  const found = all.flatMap(({ tokens }) => tokens)
  // Singular or plural: "plot" counts for "plots".
  for (const { id } of memory.subjects)
    if (found.some(({ word }) => word.startsWith(fold(id).slice(0, -1)) && word.length <= id.length + 1))
      memory.subjects = Memory.count(memory.subjects, id)
  for (const { unit, counted, value } of all.flatMap(({ quantities }) => quantities)) {
    const noun = unit?.split(" ").at(-1)
    if (!counted || noun === undefined || noun.length < 4 || value < 2 || isSmall(language, fold(noun))) continue
    if (language === "en" && !noun.endsWith("s")) continue
    if (language === "de" && !/^\p{Lu}.*[^k]$/u.test(noun)) continue
    if (
      !memory.subjects.some(({ id }) => id === noun) &&
      words(language).roles([{ ...blank, word: fold(noun) }]).length === 0
    )
      memory.subjects = Memory.count(memory.subjects, noun)
  }
}

const blank = { start: 0, end: 0, gap: false }
