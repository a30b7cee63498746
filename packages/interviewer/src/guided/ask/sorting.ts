import type { Language } from "@spec-wizard/core/protocol/document"
import { lexicons } from "../languages/languages.ts"
import { entire, every } from "../read/phrase.ts"
import type { Heard } from "./heard.ts"

/** What becomes of a sentence that was not sorted: background, something to build, or nothing. */
export type Sorted = "context" | "requirement" | "drop"

type Class = "drop" | "state" | "want"
type Clause = {
  numbers: Set<number>
  hasNumbers: boolean
  class?: Class
  /** Its class stands behind its numbers, so that more numbers begin another. */
  isWhole: boolean
  isNot: boolean
  isNone: boolean
  isRest: boolean
  but?: Set<number>
}

const SORTED: Readonly<Record<Class, Sorted>> = { drop: "drop", state: "context", want: "requirement" }
const CLASSES = ["drop", "want", "state"] as const
const MARKS = [...CLASSES, "rest", "none", "all", "but"] as const

const MAX_WORDS = 40
/** So many words that say nothing here, for each part of the answer. */
const STRANGE = 3

/** `sorted`: by the number of the sentence, when it was understood. `isTry`: it speaks of sorting, whether it was or not. */
export type Answer = { sorted?: Map<number, Sorted>; isTry: boolean }

/** "2 and 3 tell you how things are, 1 is just chat", "the first three", "all but 2", "none". */
export function sortingIn(text: string, count: number, { sorting }: Heard, language: Language): Answer {
  const lexicon = lexicons[language]
  const all = Array.from({ length: count }, (_, at) => at + 1)
  const bare = text.trim().replace(/[.!]+$/, "")
  const { allOfThem, noneOfThem } = lexicon.slots
  if (entire(allOfThem).test(bare)) return { isTry: true, sorted: new Map(all.map((number) => [number, "context"])) }
  if (entire(noneOfThem).test(bare))
    return { isTry: true, sorted: new Map(all.map((number) => [number, "requirement"])) }
  const said = MARKS.reduce(
    (marked, name) => marked.replace(every(sorting[name]), (found) => (found === "" ? found : ` <${name}> `)),
    text.toLowerCase(),
  )
  const tokens = said.match(/<\p{L}+>|\d+(?:\s*[-–]\s*\d+)?|[\p{L}\p{M}'’-]+|[.;:!?\n]|,/gu) ?? []
  const names = [lexicon.slots.numbers.split(/\s+/), lexicon.slots.ordinals.split(/\s+/)] as const
  const numberOf = (token: string | undefined) =>
    /^\d+$/.test(token ?? "") ? Number(token) : names[0].indexOf(token ?? "")
  const placeOf = (token: string) =>
    names[1].findIndex((one) => token.slice(0, 5) === one.slice(0, 5) && Math.abs(token.length - one.length) < 3) + 1
  const clauses: Clause[] = []
  let strange = 0
  let isOut = false
  let current = open(clauses)
  const put = (numbers: readonly number[]) => {
    if (current.isWhole) current = open(clauses)
    const into = current.but ?? current.numbers
    for (const number of numbers)
      if (number >= 1 && number <= count) into.add(number)
      else isOut = true
    current.hasNumbers = true
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? ""
    const mark = /^<(.+)>$/.exec(token)?.[1]
    const name = CLASSES.find((one) => one === mark)
    const next = numberOf(tokens[at + 1])
    const before = numberOf(tokens[at - 1])
    const isFirst = entire(sorting.first).test(token)
    if (/^[.;:!?\n]$/.test(token)) {
      if (token !== ":") current = current.hasNumbers || current.class ? open(clauses) : current
    } else if (name) {
      if (current.hasNumbers && current.class && current.class !== name) current = open(clauses)
      current.class ??= name
      current.isWhole = current.hasNumbers
    } else if (mark === "all") put(all)
    else if (mark === "none") {
      put([])
      current.isNone = true
    } else if (mark === "rest") {
      put([])
      current.isRest = true
    } else if (mark === "but") {
      if (current.isNone || current.isRest || current.numbers.size === count) current.but ??= new Set()
    } else if ((isFirst || entire(sorting.last).test(token)) && (next > 1 || before > 1)) {
      const many = next > 1 ? next : before
      if (next > 1) at++
      else current.numbers.delete(many)
      put(isFirst ? all.slice(0, many) : all.slice(-many))
      if (many > count) isOut = true
    } else if (/^\d/.test(token)) {
      const [from = 0, to = from] = token.split(/\s*[-–]\s*/).map(Number)
      put(to - from < count ? Array.from({ length: to - from + 1 }, (_, more) => from + more) : [0])
    } else if (numberOf(token) > 0 && !(numberOf(token) === 1 && placeOf(tokens[at - 1] ?? "") > 0))
      put([numberOf(token)])
    else if (placeOf(token) > 0) put([placeOf(token)])
    else if (entire(lexicon.slots.last).test(token)) put([count])
    else if (entire(sorting.not).test(token))
      current.isNot ||= !current.class && (current.hasNumbers || /^<(?:drop|want|state)>$/.test(tokens[at + 1] ?? ""))
    else if (token !== "," && !entire(sorting.small).test(token)) strange++
  }
  const parts = joined(clauses, all)
  const isClassed = parts.some((one) => one.class)
  const isTry = parts.length > 0 && (isClassed || strange < 2) && tokens.length <= MAX_WORDS
  const isClear = !isOut && strange <= (isClassed ? STRANGE + parts.length : 0)
  const sorted = isTry && isClear ? sortedBy(parts, all) : undefined
  return { isTry, ...(sorted && sorted.size > 0 && { sorted }) }
}

function open(clauses: Clause[]): Clause {
  const clause = {
    numbers: new Set<number>(),
    hasNumbers: false,
    isWhole: false,
    isNot: false,
    isNone: false,
    isRest: false,
  }
  clauses.push(clause)
  return clause
}

/** What names no sentence speaks of those before it; where none does, of all. */
function joined(clauses: readonly Clause[], all: readonly number[]): Clause[] {
  const found: Clause[] = []
  for (const clause of clauses.filter((one) => one.hasNumbers || one.class)) {
    const last = found.at(-1)
    if (clause.hasNumbers || !last || (last.class && last.class !== clause.class)) found.push(clause)
    else if (clause.class) last.class ??= clause.class
  }
  const [only] = found
  if (only && found.length === 1 && !only.hasNumbers && only.class !== "drop") only.numbers = new Set(all)
  return found
}

function sortedBy(parts: readonly Clause[], all: readonly number[]): Map<number, Sorted> | undefined {
  const sorted = new Map<number, Sorted>()
  let others: Sorted | undefined
  for (const { numbers, isNot, isNone, isRest, but, ...part } of parts) {
    const asked = part.class ?? "state"
    const isNothing = numbers.size === 0 && !isNone && !isRest
    if (isNothing || (asked === "drop" && (isNone || isNot))) return undefined
    const isTurned = isNot !== isNone
    const kind = SORTED[isTurned && asked !== "drop" ? (asked === "state" ? "want" : "state") : asked]
    const meant = isNone
      ? all
      : isRest
        ? all.filter((number) => !parts.some((one) => one.numbers.has(number)))
        : [...numbers]
    for (const number of meant) if (!but?.has(number)) sorted.set(number, kind)
    if (but)
      for (const number of but) if (asked !== "drop") sorted.set(number, kind === "context" ? "requirement" : "context")
    if (asked === "state") others = "requirement"
  }
  if (others) for (const number of all) if (!sorted.has(number)) sorted.set(number, others)
  return sorted
}
