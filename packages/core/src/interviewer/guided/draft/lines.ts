import { tokens } from "../read/token.ts"
import { words } from "../read/words.ts"
import * as Aside from "./aside.ts"
import { cue } from "./cue.ts"
import { aboutPeople, data } from "./data.ts"
import { journey } from "./journey.ts"
import type { Line } from "./line.ts"
import type { Making } from "./making.ts"
import { measure } from "./measure.ts"
import { people } from "./people.ts"
import * as Purpose from "./purpose.ts"
import { quality } from "./quality.ts"
import { requirement } from "./requirement.ts"
import { rule } from "./rule.ts"
import type { Statement } from "./statement.ts"

/** What a message's statements become, in the order of the document's kinds as far as one serves another. */
export function lines(all: readonly Statement[], making: Making, isFirst: boolean): Line[] {
  const background = all.filter((one) => isBackground(one, making))
  const rest = all.filter((one) => !background.includes(one) || one.topic === "volume")
  const roles = people(all, making)
  const way = rest.filter(isWay)
  const about = all.filter((one) => one.kind === "summary")
  const opening = [...about, ...background]
  const sum = isFirst
    ? Purpose.summary(opening.length > 0 ? opening : all.filter(({ kind }) => OPENING.has(kind)).slice(0, 2))
    : undefined
  return [
    ...(sum ? [sum] : []),
    ...roles,
    ...journey(way, making),
    ...rest.flatMap((one) => linesOf(one, making, all)),
    ...aboutPeople(all, roles, making),
  ]
}

const OPENING = new Set(["goal", "scope", "journey", "requirement", "role"])

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
const isWay = ({ kind, topic, tokens }: Statement) =>
  (kind === "journey" || (kind === "rule" && topic === "journey")) && tokens.length >= 3

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
      return topic === "permissions" ? [requirement(statement, making, { shape: "permission" })] : []
    case "journey":
      return [requirement(statement, making)]
    case "requirement":
      return opens(statement, making) ? [Aside.exclusion(statement, making)] : [requirement(statement, making)]
    case "scope":
      if (isClause) return [requirement(statement, making)]
      if (isAnswer(statement, making) || cue(statement.tokens, heard.language, "later"))
        return [Aside.scope(statement, making)]
      return isWanted(statement, making) ? [requirement(statement, making)] : []
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
      return quality(statement, making)
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

/** "No accounts though" leaves something out, whatever its topic. */
const opens = ({ tokens: found, topic }: Statement, { heard }: Making) =>
  topic !== "notifications" &&
  words(heard.language)
    .negation(found)
    .some(({ at, length }) => at === 0 && found.length > length && found.length <= 16)

const isAnswer = ({ topic }: Statement, { heard }: Making) => heard.before.last?.topic === topic

/** Says that somebody is to be able to do something; a remark about the weather does not. */
function isWanted({ tokens: found, text, numbers }: Statement, { heard, wording }: Making): boolean {
  const known = words(heard.language)
  return (
    found.length >= 4 &&
    (numbers.length > 0 ||
      wording.wish.test(text) ||
      known.roles(found).length > 0 ||
      known.activities(found).length > 0)
  )
}
