import { sentenceCase } from "../gist.ts"
import type { Found } from "../read/quantity.ts"
import { words } from "../read/words.ts"
import { bounded, isTime } from "./amount.ts"
import { cues } from "./cue.ts"
import * as Fit from "./fit.ts"
import { type Line, line, told } from "./line.ts"
import type { Making } from "./making.ts"
import { content, shared } from "./same.ts"
import type { Statement } from "./statement.ts"

/** What shows success: from how much to how much, and until when. `others` may say how much it is today. */
export function measure(statement: Statement, others: readonly Statement[], making: Making): Line {
  const { numbers, labelled } = statement
  const levels = numbers.filter(({ unit }) => !isSpan(unit))
  const spans = numbers.filter(({ unit }) => isSpan(unit))
  const before = levels.length > 1 ? levels.find((found) => isBefore(found, statement, making)) : undefined
  const goal = levels.find((found) => found !== before) ?? (before ? undefined : spans[0])
  const target = [goal, ...spans.filter((span) => span !== goal)].flatMap((found) =>
    found ? [spelled(found, statement, making)] : [],
  )
  const baseline = before ? spelled(before, statement, making) : goal && known(goal, statement, others, making)
  return line(
    {
      kind: "measure",
      ...told(statement),
      text: Fit.paragraph(labelled),
      ...Fit.field("metric", metric(statement)),
      ...Fit.field("baseline", baseline && Fit.words(baseline)),
      ...Fit.field("target", target.length > 0 ? Fit.words(target.join(", ")) : undefined),
    },
    "success",
  )
}

/** "three months", but not "30 a day" */
const isSpan = (unit: string | undefined) => isTime(unit) && !/^(?:a|an|per|pro|por|al|par|je)\s/i.test(unit ?? "")

/** "at least 5 hours of work per week", as it was said. */
function spelled(found: Found, { tokens, text }: Statement, { heard }: Making): string {
  const said = bounded(found, tokens, text, heard.language).replace(/^to /, "")
  const hit = words(heard.language)
    .per(tokens.slice(found.at + 1, found.at + MAX_PER))
    .find(({ at }) => !tokens.slice(found.at + 1, found.at + 2 + at).some(({ gap }) => gap))
  const [first, last] = [tokens[found.at], hit && tokens[found.at + hit.at + hit.length]]
  const whole = first && last && text.slice(first.start, last.end)
  return whole && !said.includes(whole) ? said.slice(0, Math.max(0, said.indexOf(found.raw))) + whole : said
}
const MAX_PER = 7

/** "from about 30", "now it's around 35" */
function isBefore({ at }: Found, { tokens }: Statement, { heard }: Making): boolean {
  return cues(tokens, heard.language).some(
    (hit) => hit.label === "baseline" && hit.at < at && at - hit.at <= 4 && hit.length > 0,
  )
}

/** The same thing in the same unit, told elsewhere as it is today. */
function known(
  { unit }: Found,
  statement: Statement,
  others: readonly Statement[],
  making: Making,
): string | undefined {
  const own = content(statement.text)
  const other = others.find(
    (one) =>
      one.kind === "goal" &&
      one.topic === "reason" &&
      shared(content(one.text), own) > 0 &&
      one.numbers.some((found) => found.unit === unit),
  )
  const found = other?.numbers.find((one) => one.unit === unit)
  return other && found && spelled(found, other, making)
}

/** What is counted: the words before it begins to move. */
function metric({ text }: Statement): string | undefined {
  const said = text.replace(/^.*?\b(?:success if|success when|erfolg,? wenn|éxito si|réussite si)\s+/iu, "")
  const [, before] =
    /^(.{3,80}?)\s+(?:drops?|falls?|goes down|go down|rises?|increases?|sinkt|sinken|steigt|steigen|fällt|fallen|bajan?|suben?|pasan?|baissent?|passent?|diminuent?|augmentent?)\b/iu.exec(
      said,
    ) ?? []
  if (before) return Fit.words(sentenceCase(before))
  const [, counted] =
    /^(?:reduce|cut|halve|increase|double|raise|lower)\s+(?:the\s+)?(.{3,60}?)\s+(?:below|to|under|by|from|above|over)\b/iu.exec(
      said,
    ) ?? []
  const [, fewer] =
    /^(?:fewer|less|more|at most|at least|no more) (?:than )?[\d.,]+ (.{3,40}?)(?: would\b| a \w| per \b| in \b|$)/iu.exec(
      said,
    ) ?? []
  const found = counted ?? fewer
  return found && Fit.words(sentenceCase(found))
}
