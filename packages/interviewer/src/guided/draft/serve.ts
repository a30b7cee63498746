import { type Item, isLive } from "@spec-wizard/core/protocol/document"
import type { Line } from "./line.ts"
import { type Change, goneBy, isLine } from "./plan.ts"
import { content, shared } from "./same.ts"
import { isFree, type View, wordsOf } from "./view.ts"

const MAX_LINKS = 20

/** What each new line serves: the journey it is a step of, else the goal it speaks of. Lines that waited for a goal are linked to the first. */
export function serving(changes: readonly Change[], view: View): Change[] {
  const fresh = changes.filter(isLine)
  const gone = new Set(changes.flatMap(goneBy))
  const standing = (kind: Item["kind"]) => view.of(kind).filter((item) => isLive(item) && !gone.has(item.id))
  const goals = standing("goal")
  const journeys = standing("journey")
  const newGoals = fresh.map(({ line }) => line).filter(({ draft }) => draft.kind === "goal")
  const newJourneys = fresh.map(({ line }) => line).filter(({ draft }) => draft.kind === "journey")
  for (const { line } of fresh) {
    if (line.serves.length > 0 || !SERVING.has(line.draft.kind)) continue
    const own =
      line.draft.kind === "requirement"
        ? newJourneys.find((one) =>
            one.draft.sources.some(({ start, messageId }) =>
              line.draft.sources.some((mine) => mine.start === start && mine.messageId === messageId),
            ),
          )
        : undefined
    if (own) line.serves.push(own)
    else {
      const goal = nearest(line, [...goals, ...newGoals], view)
      const journey = line.draft.kind === "requirement" && !goal ? (newJourneys[0] ?? journeys[0]) : undefined
      const served = goal ?? journey
      if (served) serve(line, served)
    }
  }
  const [goal] = newGoals
  if (goals.length > 0 || !goal) return [...changes]
  const waiting = view.live
    .filter((item) => SERVING.has(item.kind) && item.dependsOn.length === 0 && isFree(item) && !gone.has(item.id))
    .slice(0, MAX_LINKS)
  return [...changes, ...waiting.map(({ id }): Change => ({ link: { id, to: goal } }))]
}

const SERVING = new Set<Item["kind"]>(["requirement", "journey", "measure"])

function serve(line: Line, served: Line | Item): void {
  if ("draft" in served) line.serves.push(served)
  else line.depends = [...(line.depends ?? []), served.id]
}

/** The goal that shares most words with it; the first where none does. */
function nearest(line: Line, goals: readonly (Line | Item)[], view: View): Line | Item | undefined {
  const says = content(wordsOf(line.draft))
  let best: Line | Item | undefined
  let most = -1
  for (const goal of goals) {
    const common = shared(says, "draft" in goal ? content(wordsOf(goal.draft)) : view.says(goal))
    if (common > most) {
      best = goal
      most = common
    }
  }
  return best
}
