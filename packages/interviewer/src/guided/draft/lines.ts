import { sentenceCase } from "../gist.ts"
import { tokens } from "../read/token.ts"
import { words } from "../read/words.ts"
import { amount, isTime } from "./amount.ts"
import * as Aside from "./aside.ts"
import { cue } from "./cue.ts"
import { aboutPeople, aboutThings, data } from "./data.ts"
import * as Fit from "./fit.ts"
import { journey } from "./journey.ts"
import { isTelling, sorted } from "./kind.ts"
import { type Line, line, told } from "./line.ts"
import type { Making } from "./making.ts"
import { measure } from "./measure.ts"
import { fromDuties, people } from "./people.ts"
import * as Purpose from "./purpose.ts"
import { quality } from "./quality.ts"
import { requirement } from "./requirement.ts"
import { rule } from "./rule.ts"
import { segments } from "./segment.ts"
import { reworded, type Statement } from "./statement.ts"

/** What a message's statements become, in the order of the document's kinds as far as one serves another. */
export function lines(told: readonly Statement[], making: Making, isFirst: boolean): Line[] {
  const all = told.map((one) => sorted(one, making))
  const background = all.filter((one) => isBackground(one, making))
  const rest = all.filter((one) => !background.includes(one) || one.topic === "volume")
  const roles = people(all, making)
  const way = rest.filter(isWay)
  const about = all.filter((one) => one.kind === "summary")
  const opening = [...about.filter((one) => one.tokens.length < TITLE || isTelling(one, making)), ...background]
  const sum = isFirst
    ? Purpose.summary(
        opening.length > 0 ? opening : all.filter((one) => OPENING.has(one.kind) && isTelling(one, making)).slice(0, 2),
      )
    : undefined
  const made = rest.flatMap((one) => linesOf(one, making, all))
  return [
    ...(sum ? [sum] : []),
    ...roles,
    ...journey(way, making),
    ...made,
    ...(making.written === "en" ? fromDuties(made, roles) : []),
    ...aboutPeople(all, roles, making),
    ...aboutThings(all, making),
  ]
}

const OPENING = new Set(["goal", "scope", "journey", "requirement", "role"])
/** "Webhook relay service" needs no verb. */
const TITLE = 6

/** What a brief tells about today before it says what is wanted. */
const isBackground = ({ kind, topic, evidence, reference, heading }: Statement, { heard }: Making) =>
  evidence === "from_document" &&
  reference !== undefined &&
  (kind === "goal" || kind === "quality") &&
  (topic === "reason" || topic === "volume") &&
  heading !== undefined &&
  words(heard.language)
    .topics(tokens(heading))
    .some(({ label }) => label === "purpose" || label === "reason")

/** A step of the way through: told as one, and not only in a list of what it must do. */
const isWay = ({ kind, topic, tokens, text }: Statement) =>
  (kind === "journey" || (kind === "rule" && topic === "journey")) &&
  (tokens.length > BARE || segments(text).length > 1)

export function linesOf(statement: Statement, making: Making, all: readonly Statement[] = [statement]): Line[] {
  const { kind, topic, reference } = statement
  const { heard } = making
  const isClause = reference !== undefined
  switch (kind) {
    case "summary":
      return Purpose.wish(statement, making)
    case "goal":
      return [topic === "reason" ? Purpose.problem(statement, making) : Purpose.goal(statement)]
    case "measure":
      return [measure(statement, all, making)]
    case "role":
      return topic === "permissions"
        ? [requirement(statement, making, { shape: "permission" })]
        : amounts(statement, making).flatMap((one) => quality(one, making))
    case "journey":
      return inVerbs(statement, making)
    case "requirement":
      return [requirement(statement, making)]
    case "scope":
      if (isClause) return [requirement(statement, making)]
      if (isAnswer(statement, making) || cue(statement.tokens, heard.language, "later"))
        return [Aside.scope(statement, making)]
      return statement.tokens.length > BARE && isTelling(statement, making) ? [requirement(statement, making)] : []
    case "rule":
      return isClause
        ? [requirement(statement, making)]
        : topic === "journey"
          ? [requirement(statement, making)]
          : rule(statement, making)
    case "entity":
      return data(statement, making)
    case "integration":
      return Aside.integrations(statement, making)
    case "quality":
      return topic === "volume" && THERE_IS.test(statement.text)
        ? [thing(statement, making)]
        : quality(statement, making)
    case "exclusion":
      return [Aside.exclusion(statement, making)]
    case "constraint":
      return Aside.constraints(statement, making)
    case "decision":
      return [Aside.decision(statement)]
    case "assumption":
      return [Aside.assumption(statement, making)]
    case "risk":
      return [Aside.risk(statement)]
    case "question":
      return statement.evidence === "inferred" ? [] : [Aside.question(statement, making)]
    case "term":
      return [Aside.term(statement)]
    default:
      return kind satisfies never
  }
}

const BARE = 3

/** "receive, retry, deliver" names the steps and nothing else. */
function inVerbs(statement: Statement, making: Making): Line[] {
  if (statement.tokens.length > BARE) return [requirement(statement, making)]
  const parts = segments(statement.text)
  const isPlain = making.heard.language === "en" && parts.length > 1 && parts.every((part) => /^\p{L}+$/u.test(part))
  return isPlain ? [requirement(statement, making, { shall: statement.text.toLowerCase(), shape: "action" })] : []
}

const THERE_IS = /^(?:there (?:is|are)|es gibt|hay|il y a) /i

/** "There is a waiting list, currently 96 people": something that is kept, and how much of it. */
function thing(statement: Statement, { heard }: Making): Line {
  const [named = ""] = segments(statement.text.replace(THERE_IS, "").replace(/^(?:an?|the|eine?n?|una?|une?)\s+/i, ""))
  const volume = statement.numbers
    .filter(({ unit }) => !isTime(unit))
    .map((one) => amount(one, statement.tokens, statement.text, heard.language))
    .join(", ")
  return line(
    {
      kind: "entity",
      ...told(statement),
      ...Fit.field("title", named.length <= 60 ? Fit.title(sentenceCase(named)) : undefined),
      text: Fit.paragraph(statement.text),
      ...Fit.field("volume", volume && Fit.words(volume)),
    },
    "data",
  )
}

/** "mostly regulars, maybe 40 orders a day": the parts that say how much there is. */
function amounts(statement: Statement, { heard }: Making): Statement[] {
  const parts = segments(statement.text)
  const counting = parts.filter((part) => /\p{N}/u.test(part))
  if (counting.length === 0 || words(heard.language).roles(tokens(counting.join(", "))).length > 0) return []
  return [
    { ...reworded(statement, sentenceCase(counting.join(", ")), heard.language), kind: "quality", topic: "volume" },
  ]
}

const isAnswer = ({ topic }: Statement, { heard }: Making) => topic === "scope" && heard.before.last?.topic === topic
