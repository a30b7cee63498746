import * as EarsParts from "../../../specification/ears.ts"
import { words } from "../read/words.ts"
import { amount } from "./amount.ts"
import { boundaryOf, criteria } from "./criteria.ts"
import * as Fit from "./fit.ts"
import { type Line, line, RULE, told } from "./line.ts"
import type { Making } from "./making.ts"
import { requirement } from "./requirement.ts"
import type { Statement } from "./statement.ts"

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
      ...Fit.field("exception", Fit.words([...(inline ? [inline] : []), ...exceptions].join("; "))),
    },
    statement.topic,
  )
  const question = exceptions.length > 0 ? [priority(statement, made, making)] : []
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
  const gist = limits.map((found) => amount(found, tokens, text, heard.language)).join(", ")
  const isOpen = limits.some((found) => boundaryOf(found, statement, making) === "border")
  // A rule that says what follows beyond its limit is applied, not enforced by a refusal.
  if (isOpen) return { ...requirement({ ...statement, evidence: "inferred" }, making), serves: [made], enforces: made }
  const { system } = EarsParts.parse("-", written)
  const ears = {
    pattern: "unwanted" as const,
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
