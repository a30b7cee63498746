import { isOpen } from "@spec-wizard/core/document/readiness"
import type { Item } from "@spec-wizard/core/protocol/document"
import * as Fit from "./fit.ts"
import type { Making } from "./making.ts"
import type { Change } from "./plan.ts"
import { isLine } from "./plan.ts"
import { label } from "./quality.ts"
import { content, shared } from "./same.ts"
import type { Statement } from "./statement.ts"
import { isFree, type View } from "./view.ts"

/** Open questions that the message answers, and assumptions that it makes needless. */
export function answers(changes: readonly Change[], all: readonly Statement[], making: Making, view: View): Change[] {
  const made: Change[] = [...changes]
  const done = new Set<string>()
  for (const statement of all) {
    if ((statement.evidence !== "stated" && statement.evidence !== "from_document") || statement.kind === "question")
      continue
    for (const item of view.live) {
      if (done.has(item.id) || !isFree(item) || !isAnsweredBy(item, statement, making, view)) continue
      if (item.kind === "question") {
        done.add(item.id)
        made.push({
          proposal: {
            op: "answer",
            id: item.id,
            text: Fit.paragraph(statement.labelled),
            sources: statement.sources.slice(0, 4),
          },
        })
        continue
      }
      // The line that says it takes the assumption's place.
      const at = made.findIndex(
        (change) =>
          isLine(change) &&
          change.replaces === undefined &&
          change.line.draft.sources.some(
            ({ start, messageId }) => start === statement.sources[0]?.start && messageId === making.heard.message.id,
          ) &&
          change.line.draft.kind !== "question" &&
          change.line.draft.kind !== "role",
      )
      const change = made[at]
      if (change && isLine(change)) {
        done.add(item.id)
        made[at] = { line: change.line, replaces: item.id }
      }
    }
  }
  return made
}

function isAnsweredBy(item: Item, statement: Statement, making: Making, view: View): boolean {
  const isQuestion = isOpen(item)
  if (!isQuestion && (item.kind !== "assumption" || item.evidence !== "default")) return false
  const { topic, reading, numbers, kind } = statement
  if (item.title === undefined) {
    if (!isQuestion || (item.choices?.length ?? 0) > 0 || !CHOICE.has(kind)) return false
    return shared(view.says(item), content(statement.text)) >= 2
  }
  if (item.title !== label(topic, making)) return false
  const asked = making.heard.before.last
  const isAsked = asked?.topic === topic
  if (isQuestion && (item.blocks?.length ?? 0) > 0) return numbers.length > 0 || (isAsked && !COUNTED.has(topic))
  return isAsked || (!LOOSE.has(topic) && reading.strong.has(asTopic(topic)))
}

const asTopic = (topic: string) => topic as Parameters<Statement["reading"]["strong"]["has"]>[0] // a string that is none is not in the set

/** Topics in which a word like "fast" is answered by a number alone. */
const COUNTED = new Set(["speed", "volume", "availability", "budget"])

/** Topics that are touched on in many sentences that do not answer them. */
const LOOSE = new Set(["purpose", "scope", "journey", "failure", "rules"])

/** Kinds that settle what a brief left to be chosen. */
const CHOICE = new Set<Statement["kind"]>(["assumption", "decision", "integration", "constraint"])
