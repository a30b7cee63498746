import * as Topic from "@spec-wizard/core/interviewer/topic"
import { sentenceCase } from "../gist.ts"
import { alone } from "../point.ts"
import { isSmall } from "../read/language.ts"
import { tokens } from "../read/token.ts"
import { words } from "../read/words.ts"
import { isAssumable } from "../usual.ts"
import { cue } from "./cue.ts"
import * as Fit from "./fit.ts"
import { type Line, line, told } from "./line.ts"
import type { Making } from "./making.ts"
import { label } from "./quality.ts"
import { segments } from "./segment.ts"
import type { Statement } from "./statement.ts"

/** What stays outside, and why where they said it: "No delivery, that was a disaster". */
export function exclusion(statement: Statement, { heard }: Making): Line {
  const parts = segments(statement.text)
  const reason = parts.findIndex((part, index) => index > 0 && startsWith(part, "reason", heard.language))
  const text = alone(reason > 0 ? parts.slice(0, reason).join(", ") : statement.text, heard.language)
  return line(
    {
      kind: "exclusion",
      ...told(statement),
      text: Fit.paragraph(text),
      ...Fit.field("reason", reason > 0 ? Fit.words(parts.slice(reason).join(", ")) : undefined),
    },
    statement.topic,
  )
}

const startsWith = (part: string, wanted: "reason", language: Making["heard"]["language"]) =>
  (cue(tokens(part).slice(0, 3), language, wanted) && !cue(tokens(part).slice(1, 3), language, wanted)) ||
  cue(tokens(part).slice(0, 2), language, wanted)

/** What belongs in, now or in a later version. */
export const scope = (statement: Statement, { heard }: Making): Line =>
  line(
    {
      kind: "scope",
      ...told(statement),
      text: Fit.paragraph(statement.topic === "scope" ? statement.labelled : statement.text),
      when: cue(statement.tokens, heard.language, "later") ? "later" : "now",
    },
    statement.topic,
  )

/** One line for each system of a list; one that is yet to be chosen leaves a question. */
export function integrations(statement: Statement, making: Making): Line[] {
  const parts = segments(statement.text)
  const isList =
    statement.kind === "integration" &&
    parts.length > 1 &&
    parts.every((part) => part.split(" ").length <= 8 && !isSmall(making.heard.language, tokens(part)[0]?.word ?? ""))
  return (isList ? parts : [statement.text]).flatMap((part) => {
    const system = part.length <= 80 ? sentenceCase(part.replace(/\s*\([^)]*\)/g, "")) : undefined
    const made = line(
      {
        kind: "integration",
        ...told(statement),
        text: Fit.paragraph(sentenceCase(isList ? part : statement.labelled)),
        ...Fit.field("system", isList && system ? Fit.words(system) : undefined),
      },
      "integrations",
    )
    return cue(tokens(part), making.heard.language, "placeholder")
      ? [made, placeholder(part, statement, made, making)]
      : [made]
  })
}

/** "to be chosen" */
export function placeholder(said: string, { sources, topic }: Statement, made: Line, { wording }: Making): Line {
  return line(
    {
      kind: "question",
      ...told({ evidence: "inferred", sources }),
      text: Fit.paragraph(wording.ask.placeholder(sentenceCase(said))),
      why: wording.ask.placeholderWhy,
      impact: 6,
      uncertainty: 8,
    },
    topic,
    { blocks: [made] },
  )
}

/** Money and time often come in one breath; each is a constraint of its own. */
export function constraints(statement: Statement, making: Making): Line[] {
  const known = words(making.heard.language)
  const parts = segments(statement.text)
  const about = (part: string) =>
    new Set(
      known
        .topics(tokens(part))
        .filter(({ weight }) => weight === 2)
        .map((hit) => hit.label),
    )
  const isSplit =
    parts.length === 2 &&
    parts.every((part) => /\d|\p{Lu}/u.test(part)) &&
    about(parts[0] ?? "").has("deadline") !== about(parts[1] ?? "").has("deadline")
  return (isSplit ? parts : [statement.text]).map((part) => {
    const topic = isSplit ? (about(part).has("deadline") ? "deadline" : "budget") : statement.topic
    return line(
      {
        kind: "constraint",
        ...told(statement),
        title: Fit.title(label(topic, making)),
        text: Fit.paragraph(sentenceCase(part)),
      },
      topic,
    )
  })
}

export const decision = (statement: Statement, alternatives: readonly string[] = []): Line =>
  line(
    {
      kind: "decision",
      ...told(statement),
      text: Fit.paragraph(statement.labelled),
      ...Fit.field("alternatives", alternatives.map(Fit.words)),
    },
    statement.topic,
  )

export const risk = (statement: Statement): Line =>
  line({ kind: "risk", ...told(statement), text: Fit.paragraph(statement.text) }, statement.topic)

/** "A slot means half an hour": the word, and what is meant by it. */
export function term(statement: Statement): Line {
  const [, name, meaning] =
    /^(?:by |mit |por |par )?[“"„«]?(.{2,40}?)[”"“»]? (?:we mean|meinen wir|entendemos|nous entendons|on entend|means|is called|stands for|is short for|is|heißt|bedeutet|steht für|significa|quiere decir|signifie|veut dire) (.{3,})$/iu.exec(
      statement.text,
    ) ?? []
  return line(
    {
      kind: "term",
      ...told(statement),
      text: Fit.paragraph(statement.labelled),
      ...Fit.field("title", name && Fit.title(name)),
      ...Fit.field("meaning", meaning && Fit.paragraph(meaning)),
    },
    "terms",
  )
}

/** What the visitor asked, or was unsure of in the middle of a sentence. */
export function question(statement: Statement, making: Making): Line {
  const impact = isTopic(statement.topic) ? Topic.topics[statement.topic].impact : 5
  return line(
    {
      kind: "question",
      ...told(statement),
      text: Fit.paragraph(statement.labelled),
      why: making.wording.ask.unknownWhy,
      impact,
      uncertainty: 7,
    },
    statement.topic,
  )
}

/** What was left to us: the part that says what to do is what is used. */
export function assumption(statement: Statement, making: Making): Line {
  const parts = segments(statement.text)
  const known = words(making.heard.language)
  const used =
    parts.filter((part) => !known.intents(tokens(part)).some((hit) => hit.label === "delegate")).join(", ") ||
    statement.text
  const isDefault = statement.evidence === "default"
  const impact =
    isDefault && isTopic(statement.topic) && isAssumable(statement.topic)
      ? making.wording.impact[statement.topic]
      : undefined
  return line(
    {
      kind: "assumption",
      ...told(statement),
      ...(isTopic(statement.topic) &&
        statement.evidence === "default" && { title: Fit.title(label(statement.topic, making)) }),
      text: Fit.paragraph(isDefault ? statement.labelled : used),
      used: Fit.words(used),
      ...Fit.field("impact", impact),
    },
    statement.topic,
  )
}

export const isTopic = (topic: string): topic is Topic.ID => Object.hasOwn(Topic.topics, topic)
