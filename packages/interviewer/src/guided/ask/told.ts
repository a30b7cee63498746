import { sentences } from "@spec-wizard/core/document/sentence"
import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Document } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import { lexicons } from "../languages/languages.ts"
import * as Memory from "../memory.ts"
import { phrase } from "../read/phrase.ts"
import type { Reading } from "../read/reading.ts"
import { isNamed } from "../write/topics.ts"
import { affirm, isBrief, pick } from "./affirm.ts"
import { isEnd, isRepeat } from "./heard.ts"
import { toldIn } from "./known.ts"
import { disputes } from "./lines.ts"
import { topics as weights } from "./topics.ts"
import { asking, close, onward, type Said, strayed, type Turn } from "./turn.ts"

/** What is said to a message that told something. */
export function told(turn: Turn, reading: Reading): Said {
  const { memory, message, document, spoken, waiting, theirs } = turn
  const topic = Memory.topicOf(waiting)
  const repeats = isRepeat(message.text, spoken.heard, reading.language) !== undefined
  learn(turn, reading, repeats)
  const affirmed = affirm(memory, message, document, spoken, reading.answered ? topic : undefined)
  const lead = theirs.answer ?? (repeats ? spoken.sorry : affirmed)
  if (waiting?.question === "unsorted") return sorted(turn, reading, lead)
  const isNew = disputes(document).some(({ addedIn }) => addedIn === document.version)
  if (memory.isClosed && !isNew) return { text: theirs.answer ?? spoken.closing.added, choices: [], fate: "answered" }
  memory.isClosed = false
  if (theirs.isAll) return strayed(turn, lead)
  if (waiting?.question === "wrap" && waiting.wording === "more" && !isNew)
    return close(turn, "answered", spoken.closing.added)
  if (memory.turn > 1 && isLast(turn, reading)) return close(turn, "answered", lead)
  const isSettled = reading.answered && waiting?.question === "dispute"
  const isAnswered = !waiting || reading.answered || waiting.question === "wrap" || waiting.question === "else"
  return onward(turn, isSettled ? pick(spoken.settled, memory.turn) : lead, isAnswered ? "answered" : "skipped")
}

/** What it says last is that this is all. */
function isLast({ message: { text }, spoken: { heard } }: Turn, { asides, language }: Reading): boolean {
  const last = asides.at(-1)
  const isEnding = last?.act === "done" && text.slice(last.end).trim() === ""
  return isEnding && isEnd(text.slice(last.start, last.end), heard, language)
}

/** What is said to an answer about sentences: one that was not understood is asked for once more in other words. */
function sorted(turn: Turn, { answered, asides }: Reading, lead: string): Said {
  const { memory, message, spoken, waiting } = turn
  const isTry = asides.some(({ start, end, act }) => start === 0 && end === message.text.length && act === "off_topic")
  if (waiting && !answered && waiting.wording === "ask")
    return asking(turn, { ...waiting, wording: "more" }, isTry ? spoken.unclear : lead, "waiting")
  const last = answered ? pick(spoken.settled, memory.turn) : isTry ? pick(spoken.skipped, memory.turn) : lead
  const fate = answered ? "answered" : "skipped"
  return memory.isClosed ? close(turn, fate, last) : onward(turn, last, fate)
}

/** A few words, and nothing in them says what they are about: what that is comes first. */
const isVague = ({ text }: Message.Info, { items, language }: Document): boolean =>
  text.split(/\s+/).length <= VAGUE &&
  items.length <= 1 &&
  items.every(({ kind }) => kind !== "summary") &&
  !phrase(lexicons[language].cues.thing).test(text)

const VAGUE = 12

/** An open question that asks two things may have got an answer to the second alone. */
const isBeside = (topic: Topic.ID, { text }: Message.Info, { topics, language }: Reading): boolean =>
  (weights[topic].also ?? []).some((other) => topics.includes(other)) && !isNamed(topic, text, lexicons[language])

function learn({ memory, message, document, spoken, waiting }: Turn, reading: Reading, repeats: boolean): void {
  const { answered, topics, language } = reading
  const topic = Memory.topicOf(waiting)
  const isShort = sentences(message.text, language).length === 1
  if (topic)
    memory.topics[topic] =
      !answered && !repeats ? "asked" : isShort && isBeside(topic, message, reading) ? "partly" : "answered"
  for (const other of topics)
    if (other !== topic) {
      const isSure =
        isBrief(message, document) || memory.topics[other] === "skipped" || memory.topics[other] === "unsure"
      memory.topics[other] = isSure ? "known" : (memory.topics[other] ?? "hinted")
    }
  for (const other of toldIn(document, spoken.heard, language))
    if (other !== topic && (memory.topics[other] ?? "hinted") === "hinted") memory.topics[other] = "known"
  if (memory.turn > 1 || !isVague(message, document)) memory.topics.purpose ??= "hinted"
  memory.idle = 0
  if (waiting?.question === "wrap") memory.wantsMore = true
  if (memory.opened.length === 0 && spoken.replaces.test(message.text)) memory.replaces = true
  memory.word ??= Object.keys(spoken.twofold).find((word) =>
    new RegExp(`(?<!\\p{L})${word}s?(?!\\p{L})`, "iu").test(message.text),
  )
}
