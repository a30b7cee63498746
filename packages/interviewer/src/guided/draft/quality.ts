import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type { ItemOf } from "@spec-wizard/core/protocol/document"
import * as Ask from "../ask.ts"
import { sentenceCase } from "../gist.ts"
import { phrases } from "../phrase/phrases.ts"
import { bounded, isTime } from "./amount.ts"
import * as Fit from "./fit.ts"
import { type Line, line, told } from "./line.ts"
import type { Making } from "./making.ts"
import type { Statement } from "./statement.ts"

type Category = ItemOf<"quality">["category"]

const CATEGORY: Readonly<Record<string, Category | undefined>> = {
  volume: "performance",
  speed: "performance",
  availability: "reliability",
  accessibility: "accessibility",
  languages: "usability",
  devices: "compatibility",
  security: "security",
  privacy: "privacy",
}

export const categoryOf = (topic: string): Category =>
  (Object.hasOwn(CATEGORY, topic) ? CATEGORY[topic] : undefined) ?? "functional suitability"

/** A quality with its number; a word like "fast" without one leaves a question behind. */
export function quality(statement: Statement, making: Making): Line[] {
  const { reading, evidence, sources } = statement
  const vague = [...new Map(reading.vague.map((one) => [one.topic, one])).values()]
  if (vague.length === 0) return [plainly(statement, making)]
  return vague.flatMap(({ topic, word }) => {
    // "Easy" is a wish for usability; accessibility is held to a standard.
    const category = topic === "accessibility" ? "usability" : categoryOf(topic)
    const text = vague.length > 1 ? `${sentenceCase(word)}: ${statement.text}` : statement.text
    const made = line({ kind: "quality", ...told(statement), text: Fit.paragraph(text), category }, topic)
    const asks = line(
      {
        kind: "question",
        ...told({ evidence: "inferred", sources }),
        title: Fit.title(label(topic, making)),
        text: Fit.paragraph(
          Ask.phrase(making.heard.after, making.written, { topic, wording: "vague", vague: word.slice(0, 40) }).text,
        ),
        why: making.wording.ask.vagueWhy,
        impact: 5,
        uncertainty: 9,
      },
      topic,
      { blocks: [made] },
    )
    return evidence === "default" ? [made] : [made, asks]
  })
}

function plainly(statement: Statement, { heard }: Making): Line {
  const { topic, numbers, tokens, text, labelled, heading, reading } = statement
  // A clause's own words say more than the heading above it; whoever was asked what "easy" means answers for usability.
  const last = heard.before.last
  const isEase = topic === "accessibility" && last?.topic === topic && last.wording === "vague"
  const own =
    reading.topics.includes(asTopic(topic)) && heading === undefined
      ? undefined
      : reading.topics.find((one) => Object.hasOwn(CATEGORY, one))
  const category = isEase ? "usability" : categoryOf(own ?? topic)
  const spoken = numbers.filter(
    ({ unit }) => unit !== "o'clock" && unit !== undefined && (topic !== "volume" || !isTime(unit)),
  )
  const isShort = topic === "volume" && numbers.length > 0 && tokens.length <= SHORT
  const threshold = isShort ? text : spoken.map((found) => bounded(found, tokens, text, heard.language)).join(", ")
  return line(
    {
      kind: "quality",
      ...told(statement),
      text: Fit.paragraph(labelled),
      category,
      ...Fit.field("threshold", threshold && Fit.words(threshold)),
    },
    topic,
  )
}

/** "40 orders a day, on Saturdays up to 150" says it best as it is. */
const SHORT = 14

/** How questions name a topic; a title by which a later answer finds its question. */
export const label = (topic: string, { written }: Making): string => {
  const { questions } = phrases[written]
  return Object.hasOwn(questions, topic) ? sentenceCase(questions[topic as Topic.ID].label) : topic // own key of the record
}

const asTopic = (topic: string) => topic as Topic.ID // a string that is none is in no list of topics
