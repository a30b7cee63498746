import type { Language } from "../read/language.ts"
import { amount } from "./amount.ts"
import { cues } from "./cue.ts"
import * as Fit from "./fit.ts"
import { type Line, line, told } from "./line.ts"
import type { Making } from "./making.ts"
import { rule } from "./rule.ts"
import { segments } from "./segment.ts"
import type { Statement } from "./statement.ts"

/** Something that is kept: what of it, for how long, and whether it is about people. */
export function data(statement: Statement, making: Making): Line[] {
  const { topic, numbers, reading, text, labelled, tokens } = statement
  const { heard } = making
  const found = cues(tokens, heard.language)
  if (tokens.length <= 3 && found.some(({ label }) => label === "technology"))
    return [line({ kind: "constraint", ...told(statement), text: Fit.paragraph(text) }, topic)]
  // Without a time "nobody deletes payments" is a rule.
  if (topic === "retention" && numbers.length === 0 && reading.denied)
    return rule({ ...statement, kind: "rule" }, making)
  const retention =
    topic === "retention" ? numbers.map((one) => amount(one, tokens, text, heard.language)).join(", ") : ""
  const personal = found.filter(({ label }) => label === "personal")
  const volume = topic === "data" ? numbers.map((one) => amount(one, tokens, text, heard.language)).join(", ") : ""
  return [
    line(
      {
        kind: "entity",
        ...told(statement),
        text: Fit.paragraph(labelled),
        ...Fit.field("attributes", topic === "data" ? attributes(text) : undefined),
        ...Fit.field("personal", personal.length > 0 || undefined),
        ...Fit.field("retention", retention && Fit.words(retention)),
        ...Fit.field("volume", volume && Fit.words(volume)),
      },
      topic,
    ),
  ]
}

/** "We store name, phone number and email address." */
function attributes(text: string): string[] | undefined {
  const [, list] =
    /^(?:.{0,60}?\b(?:store|keep|save|record|need|ask for|speichern|gespeichert werden|brauchen|guardamos|guardar|necesitamos|gardons|garde|notons)\s+)?(.+)$/iu.exec(
      text,
    ) ?? []
  const parts = segments(list ?? "")
    .flatMap((part) => part.split(/\s+(?:and|und|y|et)\s+/i))
    .map(withoutArticle)
  return parts.length > 1 && parts.every((part) => part.split(" ").length <= 5)
    ? parts.slice(0, 12).map(Fit.words)
    : undefined
}

/** Details of people named in passing: what is kept about whom. */
export function aboutPeople(all: readonly Statement[], roles: readonly Line[], making: Making): Line[] {
  const kept = new Map<Line, { found: Set<string>; from: Statement }>()
  for (const statement of all) {
    if (statement.kind === "entity" || statement.kind === "exclusion" || statement.kind === "question") continue
    const hits = cues(statement.tokens, making.heard.language).filter(({ label }) => label === "personal")
    if (hits.length === 0 || statement.topic !== "access") continue
    const role =
      roles.find(
        ({ draft }) =>
          draft.kind === "role" && draft.sources.some(({ start }) => start === statement.sources[0]?.start),
      ) ??
      roles.find(
        ({ draft }) =>
          draft.kind === "role" && statement.text.toLowerCase().startsWith((draft.title ?? "-").toLowerCase()),
      )
    if (!role) continue
    const entry = kept.get(role) ?? { found: new Set<string>(), from: statement }
    let end = -1
    for (const { at, length } of [...hits].sort((a, b) => a.at - b.at || b.length - a.length)) {
      if (at < end) continue
      end = at + length
      const [first, last] = [statement.tokens[at], statement.tokens[at + length - 1]]
      if (first && last) entry.found.add(statement.text.slice(first.start, last.end))
    }
    kept.set(role, entry)
  }
  return [...kept].map(([{ draft }, { found, from }]) =>
    line(
      {
        kind: "entity",
        ...told({ evidence: "inferred", sources: from.sources }),
        title: Fit.title(draft.kind === "role" ? (draft.title ?? draft.text) : from.text),
        text: Fit.paragraph(
          `${draft.kind === "role" ? (draft.title ?? draft.text) : from.text}: ${[...found].join(", ")}`,
        ),
        attributes: [...found].slice(0, 12).map(Fit.words),
        personal: true,
      },
      "data",
    ),
  )
}

/** "Choose the shop, the day and a time" tells what an order consists of. */
export function aboutThings(all: readonly Statement[], { things, heard }: Making): Line[] {
  const [from, parts] =
    all.flatMap((statement) => {
      const found = statement.kind === "journey" ? chosen(statement.text, heard.language) : []
      return found.length > 1 ? [[statement, found] as const] : []
    })[0] ?? []
  if (!things || !from || !parts) return []
  return [
    line(
      {
        kind: "entity",
        ...told({ evidence: "inferred", sources: from.sources }),
        title: Fit.title(things),
        text: Fit.paragraph(`${things}: ${parts.join(", ")}`),
        attributes: parts.slice(0, 12).map(Fit.words),
      },
      "data",
    ),
  ]
}

function chosen(text: string, language: Making["heard"]["language"]): string[] {
  const [, list] = CHOOSING[language]?.exec(text) ?? []
  const parts = segments(list ?? "")
    .flatMap((part) => part.split(/\s+(?:and|y|et)\s+/i))
    .map(withoutArticle)
  return parts.every((part) => part.split(" ").length <= 4) ? parts : []
}

/** What stands behind a verb of choosing or filling in; German puts it in front. */
const CHOOSING: Partial<Record<Language, RegExp>> = {
  en: /\b(?:choose|select|pick|enter|fill in|give)s? (?=(?:the|a|an|their|its) )(.+)$/i,
  es: /(?<!\p{L})(?:eligen?|elegir|indican?|escogen?|introducen?|rellenan?) (?=(?:el|la|los|las|un|una|su|sus) )(.+)$/iu,
  fr: /(?<!\p{L})(?:choisit|choisissent|indiquent?|saisit|saisissent|remplit|remplissent) (?=(?:le|la|les|un|une|son|sa|ses) )(.+)$/iu,
}

const withoutArticle = (part: string) =>
  part.replace(/^(?:the|their|its|an?|der|die|das|eine?n?|el|la|los|las|una?|sus?|les?|une?|son|sa|ses) /i, "")
