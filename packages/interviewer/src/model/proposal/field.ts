import { Evidence, type Kind, Language, type Priority } from "@spec-wizard/core/protocol/document"
import { List } from "@spec-wizard/core/protocol/operation"
import { categories, detailsOf, OPS } from "../prompt/tools.ts"
import { all, isObject, numberOf, oneOf, plainly, type Raw, wordList, wordsOf } from "./value.ts"

/** What an operation is called elsewhere. */
const SAME_OPS: Record<string, (typeof OPS)[number]> = {
  create: "add",
  update: "set",
  modify: "set",
  replace: "supersede",
  remove: "retire",
  question: "ask",
  append: "addTo",
}
export const opOf = (value: unknown) => oneOf(OPS, value) ?? SAME_OPS[plainly(value)]

export const evidenceOf = (value: unknown): unknown =>
  oneOf(Evidence.options, value) ??
  { said: "stated", document: "from_document", assumed: "inferred", guess: "inferred" }[plainly(value)] ??
  value

const RANKS: [RegExp, Priority][] = [
  [/^(?:wont|will ?not|never|out|none)/, "wont"],
  [/^(?:must|high|critical|mandatory|essential|required|p?[01]$)/, "must"],
  [/^(?:should|medium|normal|important|p?2$)/, "should"],
  [/^(?:could|can|may|low|nice|optional|p?[34]$)/, "could"],
]
/** One that cannot be told is none: it would be a guess anyway. */
export const priorityOf = (value: unknown): Priority | undefined =>
  RANKS.find(([names]) => names.test(plainly(wordsOf(value))))?.[1]

export const languageOf = (value: unknown): Language | undefined => {
  const plain = typeof value === "string" ? value.toLowerCase() : ""
  const names = { en: /^en/, de: /^(?:de|german)/, es: /^(?:es|span)/, fr: /^(?:fr)/ }
  return Language.options.find((language) => names[language].test(plain))
}

const CASES = {
  happy: /happy|positive|normal|success|main/,
  error: /error|fail|unhappy|negative|wrong/,
  edge: /edge|limit|bound|special/,
}
export const caseOf = (value: unknown): "happy" | "error" | "edge" => {
  const plain = plainly(value)
  if (CASES.error.test(plain)) return "error"
  return CASES.edge.test(plain) ? "edge" : "happy"
}

const LISTS = new Set<string>(List.options)
export const isList = (field: string): boolean => LISTS.has(field)
/** `Attributes`, `role.may`, `may_not`. */
export const listOf = (value: unknown): List | undefined => oneOf(List.options, wordsOf(value)?.replace(/^.*\./, ""))

/** How much of one to ten a word is. */
const SIZES: Record<string, number> = { low: 3, small: 3, medium: 5, high: 8, large: 8, critical: 10 }

/** What only a kind of line has, each in the form that the document keeps it in; what the kind does not have is left out. */
export function detailsIn(given: Raw, kind: Kind): Raw {
  const names = detailsOf(kind)
  const found = Object.entries(given).flatMap(([field, value]) => {
    const name = oneOf(names, field)
    const fit = name && detail(name, value, kind)
    return name && fit !== undefined && !(Array.isArray(fit) && fit.length === 0) ? [[name, fit] as const] : []
  })
  return Object.fromEntries(found)
}

function detail(name: string, value: unknown, kind: Kind): unknown {
  if (isList(name)) return wordList(value)
  switch (name) {
    case "impact":
    case "uncertainty": {
      if (kind !== "question") break
      const size = numberOf(value) ?? SIZES[plainly(value)]
      return size === undefined ? undefined : Math.min(10, Math.max(1, Math.round(size)))
    }
    case "personal":
      return typeof value === "boolean" ? value : { yes: true, true: true, no: false, false: false }[plainly(value)]
    case "direction":
      return /both|bi|inout/.test(plainly(value))
        ? "both"
        : /^in/.test(plainly(value))
          ? "in"
          : /^out/.test(plainly(value))
            ? "out"
            : undefined
    case "when":
      return oneOf(["now", "later"], value)
    case "category":
      return oneOf(categories(), value) ?? oneOf(categories(), plainly(value).replace(/efficiency$/, "")) ?? value
  }
  const words = Array.isArray(value) ? wordList(value).join(", ") : wordsOf(value)
  return words
}

const KEYWORDS = {
  where: /^(?:where|wo|donde|là où)\s+/i,
  while: /^(?:while|solange|während|mientras|tant que)\s+/i,
  when: /^(?:when|wenn|sobald|cuando|quand|lorsque)\s+/i,
  if: /^(?:if|falls|wenn|si)\s+/i,
  shall: /^(?:shall|must|should|muss|soll|debe|doit)\s+/i,
}

/** Its parts without the words that stand before them anyway; undefined where it has not got what a sentence needs. */
export function earsIn(value: unknown): Raw | undefined {
  if (!isObject(value)) return undefined
  const parts = Object.entries(KEYWORDS).flatMap(([part, keyword]) => {
    const words = wordsOf(value[part])?.replace(keyword, "").replace(/[,;]$/, "")
    return words ? [[part, words] as const] : []
  })
  const system = wordsOf(value["system"])
  const ears = { ...Object.fromEntries(parts), ...(system && { system }) }
  return "shall" in ears && system ? ears : undefined
}

/** A text alone is a check, too. */
export const criteriaIn = (value: unknown, quotesIn: (value: unknown) => unknown): unknown[] =>
  all(value).map((one) => {
    if (!isObject(one)) return { case: "happy", text: wordsOf(one) }
    const words = ["text", "given", "when", "then"].flatMap((part) => {
      const said = wordsOf(one[part])
      return said ? [[part, said] as const] : []
    })
    const quotes = quotesIn(one["quotes"] ?? one["quote"])
    return {
      case: caseOf(one["case"]),
      ...Object.fromEntries(words),
      ...(Array.isArray(quotes) && quotes.length > 0 && { quotes }),
    }
  })
