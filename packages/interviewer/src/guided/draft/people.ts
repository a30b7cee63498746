import { sentenceCase } from "../gist.ts"
import type { Role } from "../lexicon/lexicon.ts"
import type { Found } from "../read/quantity.ts"
import { tokens } from "../read/token.ts"
import { type Words, words } from "../read/words.ts"
import * as Fit from "./fit.ts"
import { type Line, line, told } from "./line.ts"
import type { Making } from "./making.ts"
import { segments } from "./segment.ts"
import type { Statement } from "./statement.ts"

const MAX_ROLES = 8

/** Those the message speaks of: named outright, or plain from what they do. */
export function people(all: readonly Statement[], making: Making): Line[] {
  const made = new Map<string, Line>()
  for (const statement of all) {
    if (statement.kind === "question" || statement.kind === "exclusion" || statement.kind === "assumption") continue
    const { language } = making.heard
    const found = words(language).roles(statement.tokens)
    const isAnswer = statement.kind === "role" && statement.topic === "users"
    // "Internal dev team" is one kind of people.
    const named = [...new Set(found.map(({ label }) => label))].slice(
      0,
      isAnswer && statement.tokens.length <= 3 ? 1 : undefined,
    )
    for (const role of named) {
      if (made.size >= MAX_ROLES) break
      const known = made.get(role.id)
      if (known) Object.assign(known, { draft: withRights(known, statement, role, making) })
      else made.set(role.id, roleLine(statement, role, isAnswer, making))
    }
    if (isAnswer && found.length === 0) made.set(statement.text, unnamed(statement))
    const needing = found.length === 0 && made.size < MAX_ROLES ? inNeed(statement) : undefined
    if (needing) made.set(statement.text, needing)
  }
  return [...made.values()]
}

function roleLine(statement: Statement, role: Role, isAnswer: boolean, making: Making): Line {
  const name = sentenceCase(
    isAnswer ? nameIn(role, making) : (calledBy(statement, role, making) ?? nameIn(role, making)),
  )
  const own = statement.evidence === "from_document" ? ("from_document" as const) : ("stated" as const)
  const evidence = isAnswer || statement.topic === "permissions" ? own : ("inferred" as const)
  const part = isAnswer ? wordsAbout(statement, role, making) : undefined
  const count = counted(statement, role, making)
  const base = line(
    {
      kind: "role",
      ...told({ evidence, sources: statement.sources }),
      title: Fit.title(name),
      text: Fit.paragraph(
        part === undefined || part.toLowerCase() === name.toLowerCase() ? name : `${name}: ${lowerFirst(part, making)}`,
      ),
      ...Fit.field("count", count && Fit.words(count)),
    },
    "users",
    { person: role.id },
  )
  return { ...base, draft: withRights(base, statement, role, making) }
}

/** "Emma and Jonas in the bakery need a list": people who are called by their names. */
function inNeed(statement: Statement): Line | undefined {
  const [, who, what] =
    /^(\p{Lu}[^,.;:]{2,60}?) (?:needs?|braucht|brauchen|necesitan?|a besoin d(?:e |['’])|ont besoin d(?:e |['’])) ?(.{3,})$/u.exec(
      statement.text,
    ) ?? []
  if (!who || !what || PRONOUN.test(who)) return undefined
  return line(
    {
      kind: "role",
      ...told({ evidence: "inferred", sources: statement.sources }),
      title: Fit.title(who),
      text: Fit.paragraph(who),
      job: Fit.words(statement.text),
    },
    "users",
  )
}
const PRONOUN =
  /^(?:we|i|you|they|it|he|she|this|that|there|what|wir|ich|sie|es|man|er|das|el|ella|ello|eso|esto|on|nous|je|il|elle|ils|elles|cela|ça)\b/iu

const unnamed = (statement: Statement): Line =>
  line({ kind: "role", ...told(statement), text: Fit.paragraph(statement.text) }, "users")

/** In the language of the document. */
const nameIn = (role: Role, { written }: Making): string =>
  words(written).lexicon.roles.find(({ id }) => id === role.id)?.name ?? role.name

/** Their own word where it is the more telling one: "physiotherapists" for therapists. */
function calledBy({ tokens: found, text }: Statement, role: Role, { heard, written }: Making): string | undefined {
  if (heard.language !== "en" || written !== "en") return undefined
  const hit = words("en")
    .roles(found)
    .find(({ label }) => label.id === role.id)
  const token = hit && found[hit.at]
  const word = token && hit.length === 1 ? text.slice(token.start, token.end).toLowerCase() : undefined
  return word?.endsWith("s") && role.name.endsWith("s") ? word : undefined
}

/** German nouns keep their capital. */
const lowerFirst = (text: string, { heard }: Making) =>
  heard.language === "de" ? text : text.charAt(0).toLowerCase() + text.slice(1)

/** The parts of an answer that speak of them, without the numbers that do not. */
function wordsAbout({ text }: Statement, role: Role, { heard }: Making): string {
  const parts = segments(text).filter((part) =>
    words(heard.language)
      .roles(tokens(part))
      .some(({ label }) => label.id === role.id),
  )
  return parts.join(", ") || text
}

/** "34 physiotherapists" */
function counted({ text, numbers, tokens: found }: Statement, role: Role, { heard }: Making): string | undefined {
  const hits = words(heard.language)
    .roles(found)
    .filter(({ label }) => label.id === role.id)
  const number = numbers.find((one: Found) => hits.some(({ at }) => at > one.at && at <= one.at + 3))
  const hit = number && hits.find(({ at }) => at > number.at && at <= number.at + 3)
  const [first, last] = [number && found[number.at], hit && found[hit.at]]
  return first && last ? text.slice(first.start, last.end) : undefined
}

/** What somebody said they may do and may not. */
function withRights({ draft }: Line, statement: Statement, role: Role, { heard }: Making): Line["draft"] {
  if (draft.kind !== "role" || statement.topic !== "permissions") return draft
  const known = words(heard.language)
  const parts = statement.text.split(/(?<=[.;:])\s+/).flatMap(halves)
  let subject: string | undefined
  const own = parts.filter((part) => {
    const found = tokens(part)
    const [hit] = known.roles(found)
    // "only the chair" says who, but not what.
    if (found.length < 2 || (known.only(found).some(({ at }) => at === 0) && found.length <= 6)) return false
    subject = hit && hit.at <= 3 ? hit.label.id : subject
    return subject === role.id
  })
  const denied = own.filter((part) => denies(part, known))
  const may = own.filter((part) => !denied.includes(part))
  return {
    ...draft,
    ...Fit.field("may", merged(draft.may, may)),
    ...Fit.field("mayNot", merged(draft.mayNot, denied)),
  }
}

/** French "ne voient que" allows. */
const denies = (part: string, known: Words) =>
  known.negation(tokens(part)).length > 0 && !/(?<!\p{L})n(?:e |['’]).*\sque?(?!\p{L})/iu.test(part)

const merged = (known: readonly string[] | undefined, more: readonly string[]) =>
  [...new Set([...(known ?? []), ...more.map((part) => Fit.words(part.replace(/[.;:,\s]+$/, "")))])].slice(0, 6)

/** "names and times but no notes" allows one thing and denies another. */
const halves = (sentence: string): string[] =>
  sentence
    .split(/,?\s+(?=(?:but|aber|pero|mais|sondern)\s)/i)
    .flatMap(segments)
    .map((part) => part.replace(/^(?:but|aber|pero|mais|sondern)\s+/i, ""))

/** "let fans buy tickets" names people that no lexicon knows. English alone: elsewhere a sentence stands as it was said. */
export function fromDuties(made: readonly Line[], roles: readonly Line[]): Line[] {
  const names = new Map<string, Line>()
  for (const { draft } of made) {
    if (draft.kind !== "requirement" || roles.length + names.size >= MAX_ROLES) continue
    const [, name] = /^(?:let|show|give|require) (?:only )?([a-z]{3,20}s) (?!and\b|or\b)/.exec(draft.ears.shall) ?? []
    if (!name || names.has(name) || words("en").roles(tokens(name)).length > 0 || NOBODY.has(name)) continue
    const called = sentenceCase(name)
    const { evidence: _, sources } = draft
    names.set(
      name,
      line({ kind: "role", ...told({ evidence: "inferred", sources }), title: called, text: called }, "users"),
    )
  }
  return [...names.values()]
}
const NOBODY = new Set([
  "this",
  "others",
  "names",
  "details",
  "orders",
  "bookings",
  "prices",
  "times",
  "results",
  "always",
])
