import { isOpen } from "@spec-wizard/core/document/readiness"
import * as Topic from "@spec-wizard/core/interviewer/topic"
import * as Ask from "../ask.ts"
import { about } from "../labelled.ts"
import * as Memory from "../memory.ts"
import { phrases } from "../phrase/phrases.ts"
import { isAssumable, usual } from "../usual.ts"
import { isTopic } from "./aside.ts"
import * as Fit from "./fit.ts"
import { line } from "./line.ts"
import type { Making } from "./making.ts"
import { add, type Change } from "./plan.ts"
import { label } from "./quality.ts"
import type { View } from "./view.ts"

/** "Not sure": the usual answer as an assumption, or where nothing is usual, an open question. */
export function unanswered(making: Making, view: View): Change[] {
  const { heard, written, wording } = making
  if (heard.before.last?.topic === "dispute") return []
  return heard.notes.flatMap(({ kind, evidence, topic, source }) => {
    if (kind !== "question" || evidence !== "inferred" || !isTopic(topic) || source.end <= source.start) return []
    const title = Fit.title(label(topic, making))
    const isKnown = view.live.some((item) => item.title === title && (isOpen(item) || item.kind === "assumption"))
    if (isKnown) return []
    const from = { sources: [Fit.source(source)], dependsOn: [] }
    const used = usual(heard.before, topic, written)
    if (used !== undefined && isAssumable(topic))
      return [
        add(
          line(
            {
              kind: "assumption",
              evidence: "default",
              ...from,
              title,
              text: Fit.paragraph(about(topic, used, written)),
              used: Fit.words(used),
              impact: wording.impact[topic],
            },
            topic,
          ),
        ),
      ]
    const offered = Ask.phrase(heard.before, written, { topic, wording: "open" }).choices.slice(0, -2)
    const { impact } = Topic.topics[topic]
    return [
      add(
        line(
          {
            kind: "question",
            evidence: "inferred",
            ...from,
            title,
            text: Fit.paragraph(wording.ask.unknown(phrases[written].questions[topic].label)),
            why: wording.ask.unknownWhy,
            choices: offered.map(({ value }) => Fit.words(value)),
            impact,
            uncertainty: Math.min(9, Math.max(1, Math.round(10 * (1 - Memory.coverage(heard.after, topic))))),
          },
          topic,
        ),
      ),
    ]
  })
}
