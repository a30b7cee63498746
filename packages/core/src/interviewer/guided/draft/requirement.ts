import * as EarsParts from "../../../specification/ears.ts"
import type { Ears, Priority } from "../../../specification/schema.ts"
import { criteria } from "./criteria.ts"
import { cue } from "./cue.ts"
import { duty } from "./duty.ts"
import * as Fit from "./fit.ts"
import { type Line, line, told } from "./line.ts"
import type { Making } from "./making.ts"
import type { Statement } from "./statement.ts"
import type { Shape } from "./wording/wording.ts"

/** Something the system has to do, with how one would see that it does. */
export function requirement(statement: Statement, making: Making, more: { shall?: string; shape?: Shape } = {}): Line {
  const ears = more.shall === undefined ? partsOf(statement, making) : plainly(more.shall, making)
  return line(
    {
      kind: "requirement",
      ...told(statement),
      priority: priority(statement, making),
      ears,
      criteria: criteria(statement, ears, making, more.shape),
      ...Fit.field("reference", statement.reference && Fit.words(statement.reference)),
    },
    statement.topic,
  )
}

/** "must", unless the words leave it open. */
export function priority(statement: Statement, { heard }: Making): Priority {
  if (cue(statement.tokens, heard.language, "could")) return "could"
  return cue(statement.tokens, heard.language, "should") ? "should" : "must"
}

const plainly = (shall: string, { written }: Making): Ears => ({
  pattern: "ubiquitous",
  system: EarsParts.parse("-", written).system,
  shall: Fit.paragraph(shall),
})

/** As EARS has it where the language can be turned, else as it was said. */
function partsOf(statement: Statement, { heard, written, who }: Making): Ears {
  const isTurned = heard.language === "en" && written === "en"
  const said = statement.tokens.length <= BARE ? statement.labelled : statement.text
  const parsed = EarsParts.parse(isTurned ? withComma(said) : said, written)
  const verbatim = EarsParts.parse("-", written).shall.slice(0, -1)
  if (!isTurned || !parsed.shall.startsWith(verbatim)) return fitted(parsed)
  return fitted({ ...parsed, shall: duty(parsed.shall.slice(verbatim.length), who) ?? parsed.shall })
}
const BARE = 3

/** "If someone orders the 13th they should see …" lacks the comma that ends the condition. */
function withComma(said: string): string {
  const [condition] =
    /^(?:if|when|whenever|once|as soon as) [^,]{3,200}? (?=(?:they|he|she|it|we|the system) (?:should|must|shall|can|will|gets?|sees?)\b)/i.exec(
      said,
    ) ?? []
  return condition === undefined ? said : `${condition.trimEnd()}, ${said.slice(condition.length)}`
}

const fitted = ({ where, while: during, when, if: unwanted, ...rest }: Ears): Ears => ({
  ...rest,
  shall: Fit.paragraph(rest.shall),
  ...Fit.field("where", where && Fit.words(where)),
  ...Fit.field("while", during && Fit.words(during)),
  ...Fit.field("when", when && Fit.words(when)),
  ...Fit.field("if", unwanted && Fit.words(unwanted)),
})
