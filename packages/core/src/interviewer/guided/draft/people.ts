import { sentenceCase } from "../gist.ts"
import type { Role } from "../lexicon/lexicon.ts"
import type { Found } from "../read/quantity.ts"
import { tokens } from "../read/token.ts"
import { words } from "../read/words.ts"
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
    for (const role of new Set(found.map(({ label }) => label))) {
      if (made.size >= MAX_ROLES) break
      const known = made.get(role.id)
      if (known) Object.assign(known, { draft: withRights(known, statement, role, making) })
      else made.set(role.id, roleLine(statement, role, isAnswer, making))
    }
    if (isAnswer && found.length === 0) made.set(statement.text, unnamed(statement))
  }
  return [...made.values()]
}

function roleLine(statement: Statement, role: Role, isAnswer: boolean, making: Making): Line {
  const name = sentenceCase(nameIn(role, making))
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
  )
  return { ...base, draft: withRights(base, statement, role, making) }
}

const unnamed = (statement: Statement): Line =>
  line({ kind: "role", ...told(statement), text: Fit.paragraph(statement.text) }, "users")

/** In the language of the document. */
const nameIn = (role: Role, { written }: Making): string =>
  words(written).lexicon.roles.find(({ id }) => id === role.id)?.name ?? role.name

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
  const parts = statement.text.split(/(?<=[.;:])\s+/).flatMap((sentence) => halves(sentence, known.lexicon.exceptions))
  const own = parts.filter(
    (part) => known.roles(tokens(part)).some(({ label }) => label.id === role.id) || isCarriedOn(part, parts, role),
  )
  const denied = own.filter((part) => known.negation(tokens(part)).length > 0)
  const may = own.filter((part) => !denied.includes(part))
  return {
    ...draft,
    ...Fit.field("may", merged(draft.may, may)),
    ...Fit.field("mayNot", merged(draft.mayNot, denied)),
  }

  function isCarriedOn(part: string, all: string[], of: Role): boolean {
    const before = all[all.indexOf(part) - 1]
    return (
      before !== undefined &&
      known.roles(tokens(part)).length === 0 &&
      known.roles(tokens(before)).some(({ label }) => label.id === of.id)
    )
  }
}

const merged = (known: readonly string[] | undefined, more: readonly string[]) =>
  [...new Set([...(known ?? []), ...more.map((part) => Fit.words(part.replace(/[.;:,\s]+$/, "")))])].slice(0, 6)

/** "names and times but no notes" allows one thing and denies another. */
const halves = (sentence: string, _: string): string[] =>
  sentence
    .split(/,?\s+(?=(?:but|aber|pero|mais|sondern)\s)/i)
    .flatMap(segments)
    .map((part) => part.replace(/^(?:but|aber|pero|mais|sondern)\s+/i, ""))
