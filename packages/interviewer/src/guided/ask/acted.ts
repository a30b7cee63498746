import * as Memory from "../memory.ts"
import type { Reading, Whole } from "../read/reading.ts"
import { pick } from "./affirm.ts"
import { again } from "./say.ts"
import { asking, close, onward, type Said, strayed, type Turn, unsortedOf } from "./turn.ts"
import type { Wish } from "./wish.ts"

/** What is said to a message that says nothing for the document. */
export function acted(act: Whole | Wish, turn: Turn, reading: Reading): Said {
  const { memory, spoken, waiting } = turn
  if (act === "sort") return wantsSorting(turn)
  if (memory.isClosed && !waiting && act !== "more")
    return { text: spoken.closing.again, choices: [], fate: "answered" }
  switch (act) {
    case "done":
    case "sum":
      return close(turn, "skipped")
    case "more":
      memory.wantsMore = true
      memory.idle = 0
      return onward(turn, spoken.gladly, "answered")
    case "goOn":
      return onward(turn, spoken.gladly, "answered")
    case "back":
      return returned(turn)
    case "told":
    case "skip":
    case "unsure":
      return gaveUp(act, turn)
    case "confirm":
      return confirmed(turn, reading)
    case "clarify":
      return strayed(turn, waiting ? explained(waiting, turn) : pick(spoken.stray, memory.turn))
    case "greeting":
      return memory.asked === 0
        ? onward(turn, spoken.hello, "answered")
        : strayed(turn, pick(spoken.stray, memory.turn))
    case "thanks":
      return strayed(turn, spoken.thanks)
    case "small_talk":
    case "off_topic":
      return strayed(turn, pick(spoken.stray, memory.turn))
  }
}

/** After the closing too, which then is said again. */
function wantsSorting(turn: Turn): Said {
  const { spoken } = turn
  const question = unsortedOf(turn)
  if (!question) return turn.memory.isClosed ? close(turn, "answered") : strayed(turn, spoken.thanks)
  return asking(turn, question, spoken.gladly, "answered")
}

function gaveUp(act: "skip" | "unsure" | "told", turn: Turn): Said {
  const { memory, spoken, waiting } = turn
  if (waiting?.question === "wrap") return close(turn, "skipped")
  const topic = Memory.topicOf(waiting)
  if (topic) memory.topics[topic] = act === "unsure" ? "unsure" : "skipped"
  memory.idle++
  const isKept = act === "unsure" && (topic || waiting?.question === "criterion")
  const lead = act === "told" ? spoken.sorry : pick(isKept ? spoken.unsure : spoken.skipped, memory.turn)
  return memory.isClosed ? close(turn, "skipped", lead) : onward(turn, lead, "skipped")
}

/** The question before is put once more, as if it had not been answered; the one that waited comes again in its turn. */
function returned(turn: Turn): Said {
  const { memory, spoken, waiting } = turn
  const { previous } = memory
  const topic = Memory.topicOf(previous)
  if (!previous || !waiting || !topic) return strayed(turn, pick(spoken.stray, memory.turn))
  const left = Memory.topicOf(waiting)
  memory.opened = memory.opened.filter((one) => one !== left)
  memory.narrowed = memory.narrowed.filter((one) => one !== left)
  delete memory.topics[topic]
  delete memory.previous
  memory.waiting = previous
  const { text, choices } = again(previous, spoken)
  return { text: `${spoken.gladly}\n\n${text}`, choices, fate: "skipped" }
}

/** A bare "yes": it agrees to an offer, and may settle what has two sides; to an open question it says nothing. */
function confirmed(turn: Turn, reading: Reading): Said {
  const { memory, spoken, waiting } = turn
  if (waiting?.question === "wrap" && waiting.wording === "ask") return close(turn, "answered")
  const isSettled = waiting && reading.answered && !Memory.topicOf(waiting) && SETTLED.has(waiting.question)
  if (!isSettled) return strayed(turn, spoken.fewWords)
  memory.idle = 0
  return onward(turn, pick(spoken.settled, memory.turn), "answered")
}

const SETTLED = new Set<Memory.Waiting["question"]>(["unsorted", "dispute"])

const explained = ({ question }: Memory.Waiting, { spoken }: Turn): string => {
  const { why, example } = spoken.questions[question]
  return `${why} ${spoken.forExample(example)}`
}
