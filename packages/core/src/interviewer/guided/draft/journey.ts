import { sentenceCase } from "../gist.ts"
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
  const text = all.map((one) => (all.length === 1 ? one.labelled : one.text)).join(". ")
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

function roleOf({ tokens }: Statement, { heard, who }: Making): string | undefined {
  const known = words(heard.language)
  const [hit] = known.roles(tokens.slice(0, 5))
  return hit?.label.name ?? (/^(?:they|sie|elles?|ils|ellos|ellas)$/.test(tokens[0]?.word ?? "") ? who : undefined)
}

/** "choose a tool, reserve it and bring it back" is three steps; "choose the shop, the day and a time" is one. */
function stepsOf({ text }: Statement, { wording }: Making): string[] {
  const things = new Set(wording.things.split(" "))
  const parts = segments(text.replace(/\.\s+/g, "; ")).flatMap((part) => part.split(JOINS))
  const steps: string[] = []
  for (const raw of parts) {
    const part = raw.replace(LEAD, "").trim()
    if (part === "") continue
    const [begin = ""] = fold(part).split(/[\s'’]/)
    const last = steps.at(-1)
    if (
      last !== undefined &&
      (things.has(begin) || (!/\s/.test(part) && /\s(?:the|der|die|das|el|la|le)\s/i.test(` ${last} `)))
    )
      steps[steps.length - 1] = `${last}, ${part}`
    else steps.push(part)
  }
  return steps
}
const JOINS = /\s+(?:and then|then|and|und dann|und|dann|y luego|luego|y|et puis|puis|et)\s+/i
const LEAD = /^(?:and|then|und|dann|y|luego|et|puis)\s+/i
