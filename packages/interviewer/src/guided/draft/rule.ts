import * as EarsParts from "@spec-wizard/core/document/ears"
import type { Ears } from "@spec-wizard/core/protocol/document"
import { words } from "../read/words.ts"
import { amount } from "./amount.ts"
import { boundaryOf, criteria } from "./criteria.ts"
import * as Fit from "./fit.ts"
import { type Line, line, RULE, told } from "./line.ts"
import type { Making } from "./making.ts"
import { requirement } from "./requirement.ts"
import type { Statement } from "./statement.ts"
import type { Shape } from "./wording/wording.ts"

/** A rule, and where it sets a limit or forbids something, the requirement that holds it up. */
export function rule(statement: Statement, making: Making): Line[] {
  if (isEvent(statement, making)) return [requirement(statement, making)]
  const { exceptions, text } = statement
  const inline = exceptionIn(statement, making)
  const made = line(
    {
      kind: "rule",
      ...told(statement),
      text: Fit.paragraph(text),
      ...Fit.field("exception", Fit.words([...(inline ? [inline] : []), ...exceptions].join(". "))),
    },
    statement.topic,
  )
  const question = exceptions.length > 1 ? [priority(statement, made, making)] : []
  const holds = enforced(statement, made, making)
  return holds ? [made, holds, ...question] : [made, ...question]
}

/** "If it rains, …" is something to do, not something to keep to. */
function isEvent({ text }: Statement, { heard }: Making): boolean {
  const { when, if: unwanted, while: during } = EarsParts.parse(`${text}`, heard.language)
  return (
    when !== undefined ||
    unwanted !== undefined ||
    during !== undefined ||
    /^(?:if|when|whenever|wenn|falls|sobald|si|cuando|quand|lorsque) /i.test(text)
  )
}

function exceptionIn({ text, tokens }: Statement, { heard }: Making): string | undefined {
  const hit = words(heard.language)
    .exceptions(tokens)
    .find(({ at }) => at > 1)
  const first = hit && tokens[hit.at]
  return first && text.slice(first.start)
}

function enforced(statement: Statement, made: Line, making: Making): Line | undefined {
  const { numbers, tokens, text, reading } = statement
  const { heard, wording, written } = making
  const limits = numbers.filter((found) => boundaryOf(found, statement, making) !== undefined)
  if (limits.length === 0 && !reading.denied) return undefined
  const numbered = limits.map((found) => amount(found, tokens, text, heard.language)).join(", ")
  const gist = numbered || (text.length <= SHORT && !OBLIGATION.test(text) ? text : "")
  const { system } = EarsParts.parse("-", written)
  // A rule that says itself what follows beyond its limit is applied, and so is one that nobody's request can break.
  const isApplied =
    limits.length > 0 && limits.every((found) => APPLIED.has(boundaryOf(found, statement, making) ?? "most"))
  const ears: Ears = isApplied
    ? { pattern: "ubiquitous", system, shall: wording.enforce.apply(RULE, Fit.title(gist)) }
    : {
        pattern: "unwanted",
        if: wording.enforce.if(RULE, Fit.title(gist)),
        system,
        shall: wording.enforce.shall,
      }
  return line(
    {
      kind: "requirement",
      ...told({ ...statement, evidence: "inferred" }),
      priority: "must",
      ears,
      criteria: criteria(statement, ears, making, limits.length === 0 ? "refusal" : undefined),
    },
    statement.topic,
    { serves: [made], enforces: made },
  )
}

/** A rule with exceptions leaves open which of them comes first. */
function priority({ text, exceptions, sources }: Statement, made: Line, { wording }: Making): Line {
  const quotes = [text, ...exceptions].slice(0, 4).map((one) => Fit.title(one))
  return line(
    {
      kind: "question",
      text: Fit.paragraph(wording.ask.priority(quotes)),
      ...told({ evidence: "inferred", sources }),
      why: wording.ask.priorityWhy,
      choices: quotes.map(Fit.words),
      impact: 8,
      uncertainty: 7,
    },
    "rules",
    { blocks: [made] },
  )
}

const APPLIED = new Set<Shape>(["border", "cap"])
const SHORT = 70
/** A second obligation in the sentence would read as two. */
const OBLIGATION = /(?<!\p{L})(?:must|shall|muss|müssen|deben?|tiene|doit|doivent)(?!\p{L})/iu
