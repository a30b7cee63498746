import type { Document, ItemOf } from "@spec-wizard/core/protocol/document"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import * as Memory from "../memory.ts"
import type { Reading } from "../read/reading.ts"
import { lineAt, liveOf } from "./lines.ts"
import type { Phrases } from "./phrases.ts"
import { topics } from "./topics.ts"

type Told = { waiting: Memory.Waiting | undefined; reading: Reading; spoken: Phrases }

/** What nobody could answer becomes an open question of the document, and is none any more once it was answered after all. */
export function openQuestions(document: Document, { waiting, reading, spoken }: Told): Operation.Proposal[] {
  const open = (cue: string) =>
    liveOf(document, "question").filter((item) => item.cue === cue && item.state !== "accepted")
  const answered = reading.topics.flatMap((topic) => open(cueOf(topic)))
  const retired = answered.map(({ id }) => ({ op: "retire", id, reason: "answered" }) as const)
  if (reading.act !== "unsure" && !(reading.act === "skip" && waiting?.question === "criterion")) return retired
  const draft = waiting && questionOf(waiting, document, spoken)
  return draft && open(draft.cue ?? "").length === 0 ? [...retired, { op: "ask", item: draft }] : retired
}

type Draft = Extract<Operation.Draft, { kind: "question" }>

function questionOf(waiting: Memory.Waiting, document: Document, spoken: Phrases): Draft | undefined {
  const { short, why } = spoken.questions[waiting.question]
  const common: Draft = { kind: "question", text: short, why, sources: [], dependsOn: [], evidence: "inferred" }
  const topic = Memory.topicOf(waiting)
  if (topic) {
    const impact = Math.round(topics[topic].impact)
    return { ...common, cue: cueOf(topic), impact, uncertainty: UNCERTAIN }
  }
  const [place] = waiting.places
  const line = waiting.question === "criterion" && place ? lineAt(document, place, "requirement") : undefined
  return (
    line && {
      ...common,
      text: `${short} ${spoken.quoted(line.text)}`.slice(0, MAX_TEXT).toWellFormed(),
      cue: cueOf(line.id),
      blocks: [line.id],
    }
  )
}

const cueOf = (of: ItemOf<"question">["id"] | Reading["topics"][number]) => `open ${of}`

/** Not so much that it holds the building up. */
const UNCERTAIN = 5
const MAX_TEXT = 2_000
