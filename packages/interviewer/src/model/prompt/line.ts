import { isAgreed, outcomeOf, stepsBeside } from "@spec-wizard/core/document/criterion"
import type { Criterion, Item } from "@spec-wizard/core/protocol/document"
import { shortened } from "./data.ts"
import { detailsOf } from "./tools.ts"

const MAX_LINE = 700
const MAX_QUOTE = 140
const MAX_CHECK = 160

/**
 * All of a line that a change can touch, in one line of text, and the first of the quotes it goes by, `“=”` where that says the same, with how many more:
 * `ENT-1 entity, accepted, stated: Customer [attributes: name | phone] “our customers” -> GOAL-1`
 */
export function lineOf(item: Item): string {
  const title = item.title ? `${item.title}: ` : ""
  const fields = own(item)
  const parts = [
    `${item.id} ${marksOf(item).join(", ")}: ${title}${item.text}`,
    ...(fields.length > 0 ? [`[${fields.join("; ")}]`] : []),
    ...quoteOf(item),
    ...(item.dependsOn.length > 0 ? [`-> ${item.dependsOn.join(", ")}`] : []),
  ]
  return shortened(parts.join(" ").replace(/\s+/g, " "), MAX_LINE)
}

function marksOf({ kind, state, evidence, priority, guesses, locked }: Item): string[] {
  const stands = kind === "question" ? (state === "accepted" ? "answered" : "open") : state
  return [
    ...[kind, stands, evidence],
    ...(priority ? [guesses?.priority ? `${priority} (guess)` : priority] : []),
    ...(locked === "none" ? [] : ["locked"]),
  ]
}

function own(item: Item): string[] {
  const values = new Map<string, unknown>(Object.entries(item))
  const details = detailsOf(item.kind).flatMap((name) => {
    const value = values.get(name)
    return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [`${name}: ${told(value, item)}`]
  })
  const reason = item.rationale ? [`rationale: ${item.rationale}`] : []
  if (item.kind !== "requirement") return [...details, ...reason]
  const parts = item.ears ? Object.keys(item.ears).filter((part) => part !== "pattern") : []
  const ears = parts.length > 0 ? [`ears: ${parts.join(", ")}`] : []
  const criteria = item.criteria.length > 0 ? item.criteria.map(check) : ["no criteria"]
  return [...details, ...ears, ...criteria, ...reason]
}

const told = (value: unknown, { guesses }: Item): string =>
  Array.isArray(value)
    ? value.map((one) => (guesses?.steps?.includes(String(one)) ? `${one} (guess)` : String(one))).join(" | ")
    : String(value)

function check(criterion: Criterion): string {
  const steps = stepsBeside(criterion).map(([part, words]) => `${part} ${words}`)
  const words = [...(criterion.text ? [outcomeOf(criterion)] : []), ...steps].join(", ")
  return `${criterion.id} ${criterion.case}${isAgreed(criterion) ? "" : " (guess)"}: ${shortened(words, MAX_CHECK)}`
}

function quoteOf({ text, sources }: Item): string[] {
  const [source, ...others] = sources.filter(({ context }) => !context)
  if (!source) return []
  const isSame = bare(source.quote) === bare(text)
  const more = others.length > 0 ? ` and ${others.length} more` : ""
  return [`${isSame ? "“=”" : `“${shortened(source.quote, MAX_QUOTE)}”`}${more}`]
}

const bare = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")
