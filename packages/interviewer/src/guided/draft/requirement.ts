import * as EarsParts from "@spec-wizard/core/document/ears"
import type { Ears, Priority } from "@spec-wizard/core/protocol/document"
import type { Language } from "../read/language.ts"
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
  const shall = more.shall ?? wishOf(statement, making)
  const ears = shall === undefined ? partsOf(statement, making) : plainly(shall, making)
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

/** "I want to know what I owe", where the language lets a wish become a duty. */
function wishOf({ text }: Statement, { heard, written, wording }: Making): string | undefined {
  const found = heard.language === written ? wording.wish.exec(text) : null
  const rest = found && found.index <= 3 ? found.at(-1) : undefined
  return rest === undefined ? undefined : wording.ensure(rest)
}

const plainly = (shall: string, { written }: Making): Ears => ({
  pattern: "ubiquitous",
  system: EarsParts.parse("-", written).system,
  shall: Fit.paragraph(shall),
})

/** As EARS has it where the language can be turned, else as it was said. */
function partsOf(statement: Statement, { heard, written, who }: Making): Ears {
  const isTurned = heard.language === "en" && written === "en"
  const said = (statement.tokens.length <= BARE ? statement.labelled : statement.text).replace(WISHFUL, "")
  const parsed = EarsParts.parse(withComma(said, written), written)
  const verbatim = EarsParts.parse("-", written).shall.slice(0, -1)
  if (!isTurned || !parsed.shall.startsWith(verbatim)) return fitted(parsed)
  return fitted({ ...parsed, shall: duty(parsed.shall.slice(verbatim.length), who) ?? parsed.shall })
}
const BARE = 3
/** Its priority says so already. */
const WISHFUL =
  /^(?:nice to have|optional(?:ly)?|ideally|idealerweise|idealmente|opcional|idéalement|optionnel)\s*[:,]?\s+(?=\S)/i

/** "If someone orders the 13th they should see …" lacks the comma that ends the condition. */
function withComma(said: string, language: Language): string {
  const [condition] = CONDITION[language]?.exec(said) ?? []
  return condition === undefined ? said : `${condition.trimEnd()}, ${said.slice(condition.length)}`
}

/** Up to the word that begins the main clause; German and French set the comma. */
const CONDITION: Partial<Record<Language, RegExp>> = {
  en: /^(?:if|when|whenever|once|as soon as) [^,]{3,200}? (?=(?:they|he|she|it|we|the system) (?:should|must|shall|can|will|gets?|sees?)\b)/i,
  es: /^(?:si|cuando) [^,]{3,200}? (?=(?!últimos|próximos|mismos)\p{L}{3,}[aei]mos\s)/iu,
}

const fitted = ({ where, while: during, when, if: unwanted, ...rest }: Ears): Ears => ({
  ...rest,
  shall: Fit.paragraph(rest.shall),
  ...Fit.field("where", where && Fit.words(where)),
  ...Fit.field("while", during && Fit.words(during)),
  ...Fit.field("when", when && Fit.words(when)),
  ...Fit.field("if", unwanted && Fit.words(unwanted)),
})
