import type { Course, Fate } from "@spec-wizard/core/interviewer/question"
import type * as Memory from "./memory.ts"
import type { Reply } from "./turn.ts"

/** The way of the questions through one reply. `waiting`: the question before it, the very object that its memory had. */
export function courseOf(waiting: Memory.Asked | undefined, { memory, notes }: Reply): Course {
  const asks = memory.closed ? undefined : memory.last
  const fate = waiting && asks === waiting ? "waiting" : fateOf(waiting, memory, notes.length)
  return { fate, ...(asks && { asks: asks.topic }) }
}

/** What taught something and was no "not sure" answered it. */
function fateOf(waiting: Memory.Asked | undefined, memory: Memory.Info, learned: number): Fate {
  if (!waiting) return "answered"
  const status =
    waiting.topic === "dispute" || waiting.topic === "wrap" ? undefined : memory.topics[waiting.topic]?.status
  return learned === 0 || status === "skipped" || status === "unsure" ? "skipped" : "answered"
}
