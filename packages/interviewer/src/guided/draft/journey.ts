import { sentenceCase } from "../gist.ts"
import type { Language } from "../read/language.ts"
import { fold } from "../read/token.ts"
import { words } from "../read/words.ts"
import * as Fit from "./fit.ts"
import { type Line, line, told } from "./line.ts"
import type { Making } from "./making.ts"
import { segments } from "./segment.ts"
import type { Statement } from "./statement.ts"

const MAX_STEPS = 12

/** Everything one message says about the way through is one journey. */
export function journey(all: readonly Statement[], making: Making): Line[] {
  const [first] = all
  if (!first) return []
  const text = named(all.map((one) => (all.length === 1 ? one.labelled : one.text)).join(". "), making)
  const steps = all.flatMap((one) => stepsOf(one, making))
  const role = roleOf(first, making)
  return [
    line(
      {
        kind: "journey",
        ...told({ evidence: first.evidence, sources: all.flatMap(({ sources }) => sources) }),
        text: Fit.paragraph(text),
        ...Fit.field("role", role && Fit.words(sentenceCase(role))),
        ...Fit.field(
          "steps",
          steps.length > 1 ? steps.slice(0, MAX_STEPS).map((step) => Fit.words(sentenceCase(step))) : undefined,
        ),
      },
      "journey",
    ),
  ]
}

/** A line is read alone: "They choose" becomes "Customers choose", "Let patients book" what patients do. English alone. */
function named(text: string, { heard, who }: Making): string {
  if (heard.language !== "en") return text
  return sentenceCase(text.replace(/^they(?= )/i, who).replace(/^(?:please )?let (?=\S+ \S)/i, ""))
}

function roleOf({ tokens }: Statement, { heard, who }: Making): string | undefined {
  const known = words(heard.language)
  const [hit] = known.roles(tokens.slice(0, 5))
  return hit?.label.name ?? (/^(?:they|sie|elles?|ils|ellos|ellas)$/.test(tokens[0]?.word ?? "") ? who : undefined)
}

/** "choose a tool, reserve it and bring it back" is three steps; "choose the shop, the day and a time" is one. */
function stepsOf({ text: said }: Statement, making: Making): string[] {
  const { wording, heard } = making
  const text = named(said, making)
  const things = new Set(wording.things.split(" "))
  const parts = segments(text.replace(/\.\s+/g, "; ")).flatMap((part) => part.split(JOINS[heard.language]))
  const steps: string[] = []
  for (const raw of parts) {
    const part = raw.replace(LEAD, "").trim()
    if (part === "") continue
    const [begin = ""] = fold(part).split(/[\s'’]/)
    const last = steps.at(-1)
    if (
      last !== undefined &&
      (things.has(begin) ||
        /^\p{N}/u.test(begin) ||
        (!/\s/.test(part) && /\s(?:the|an?|der|die|das|eine?n?|el|la|una?|le|une?)\s/i.test(` ${last} `)))
    )
      steps[steps.length - 1] = `${last}, ${part}`
    else steps.push(part)
  }
  return steps
}
/** German sentences end with their verb, so that "und" joins things as often as steps. */
const JOINS: Readonly<Record<Language, RegExp>> = {
  en: /\s+(?:and then|then|and)\s+/i,
  de: /\s+und dann\s+/i,
  es: /\s+(?:y luego|luego|y)\s+/i,
  fr: /\s+(?:et puis|puis|et)\s+/i,
}
const LEAD = /^(?:and|then|und|dann|y|luego|et|puis)\s+/i
