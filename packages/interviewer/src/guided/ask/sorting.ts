import type { Language } from "@spec-wizard/core/protocol/document"
import { lexicons } from "../languages/languages.ts"
import { entire } from "../read/phrase.ts"
import type { Heard } from "./heard.ts"
import { tokensOf } from "./picked.ts"

/** What becomes of a sentence that was not sorted: background, something to build, a rule, or nothing. */
export type Sorted = "context" | "requirement" | "rule" | "drop"

type Class = "drop" | "state" | "want" | "rule"
/** A part of an answer. `marks`: what it says beside its numbers; `but`: those that it takes out; `isTold`: it named lines before its class. */
type Part = { numbers: number[]; but?: number[]; class?: Class; isTold: boolean; isWhole: boolean; marks: Set<string> }

const SORTED: Readonly<Record<Class, Sorted>> = { drop: "drop", state: "context", want: "requirement", rule: "rule" }
const OTHER: Readonly<Record<Sorted, Sorted>> = {
  drop: "drop",
  context: "requirement",
  requirement: "context",
  rule: "context",
}
const isClass = (mark: string): mark is Class => mark in SORTED

const MAX_WORDS = 40
/** So many words that say nothing here, for each part of the answer. */
const STRANGE = 3
/** So many of them in one sentence, or any beside a number that no sentence has, and it says something itself. */
const CONTENT = 4

/** `sorted`: by the number of the sentence, when it was understood. `isTry`: it speaks of sorting, whether it was or not. */
export type Answer = { sorted?: Map<number, Sorted>; isTry: boolean }

/** "2 and 3 tell you how things are, 1 is just chat", "the first three", "all but 2", "none". */
export function sortingIn(text: string, count: number, heard: Heard, language: Language): Answer {
  const lexicon = lexicons[language]
  const all = Array.from({ length: count }, (_, at) => at + 1)
  if (entire(lexicon.acts.deny).test(text.trim().replace(/[.!]+$/, "")))
    return { isTry: true, sorted: new Map(all.map((number) => [number, "requirement"])) }
  const tokens = tokensOf(text, count, heard, lexicon)
  const { parts, strange, most } = partsOf(tokens, all, heard)
  const isClassed = parts.some((one) => one.class)
  const isTold = parts.some((one) => one.isTold)
  const isOut = parts.some((part) => [...part.numbers, ...(part.but ?? [])].some((one) => one < 1 || one > count))
  const isContent = most >= CONTENT || (strange > 0 && (isOut || !isClassed))
  // "1 and 2 are just chat …" is about the sentences, whatever else it says.
  const isAbout = isClassed && !isOut && tokens[0]?.numbers !== undefined
  const isTry = parts.length > 0 && (isAbout || !isContent) && (isTold || strange < 2) && tokens.length <= MAX_WORDS
  const isClear = !isOut && strange <= (isClassed ? STRANGE + parts.length : 0)
  const sorted = isTry && isClear ? sortedBy(parts, all) : undefined
  return { isTry, ...(sorted && sorted.size > 0 && { sorted }) }
}

/** What names no sentence speaks of those before it; where none does, of all. `strange`: words that say nothing here; `most`: of one sentence. */
function partsOf(tokens: ReturnType<typeof tokensOf>, all: number[], { sorting }: Heard) {
  const open = (): Part => ({ numbers: [], isTold: false, isWhole: false, marks: new Set() })
  const parts = [open()]
  const strange = [0]
  for (const [at, { numbers, mark, isStop, text }] of tokens.entries()) {
    if (isStop) strange.push(0)
    const last = parts.at(-1) ?? open()
    const isTold = numbers !== undefined || mark === "all" || mark === "none" || mark === "rest"
    const isOther =
      mark !== undefined && isClass(mark) && last.isTold && last.class !== undefined && last.class !== mark
    // "Drop 1 and 2, and 3 is a rule": what is said of 3 comes behind it.
    const isOwn = last.class && last.isTold && (mark === "rest" || (numbers && isSubject(tokens, at)))
    const part = isStop || isOther || isOwn || (isTold && last.isWhole) ? open() : last
    if (part !== last) parts.push(part)
    if (mark && isClass(mark)) {
      part.class ??= mark
      part.isWhole = part.isTold
    } else if (mark === "but") {
      if (part.marks.size > 0 || part.numbers.length === all.length) part.but ??= []
    } else if (isTold) {
      const into = part.but ?? part.numbers
      into.push(...(mark === "all" ? all : (numbers ?? [])))
      part.isTold = true
      if (mark && mark !== "all") part.marks.add(mark)
    } else if (entire(sorting.not).test(text)) {
      if (!part.class && (part.isTold || isClass(tokens[at + 1]?.mark ?? ""))) part.marks.add("not")
    } else if (!isStop && !entire(sorting.small).test(text)) strange.push((strange.pop() ?? 0) + 1)
  }
  const found: Part[] = []
  for (const part of parts.filter((one) => one.isTold || one.class)) {
    const last = found.at(-1)
    if (part.isTold || !last || (last.class && last.class !== part.class)) found.push(part)
    else if (part.class) last.class ??= part.class
  }
  const [only] = found
  if (only && found.length === 1 && !only.isTold && only.class !== "drop") only.numbers = all
  return { parts: found, strange: strange.reduce((sum, one) => sum + one, 0), most: Math.max(...strange) }
}

/** Behind a number stands a word and then what is said of it, before any other number. */
function isSubject(tokens: ReturnType<typeof tokensOf>, at: number): boolean {
  const next = tokens.slice(at + 1).findIndex(({ numbers, mark, isStop }) => numbers || mark || isStop)
  return next > 0 && isClass(tokens[at + 1 + next]?.mark ?? "")
}

function sortedBy(parts: readonly Part[], all: readonly number[]): Map<number, Sorted> | undefined {
  const sorted = new Map<number, Sorted>()
  for (const { numbers, but = [], marks, ...part } of parts) {
    const [isNone, isRest] = [marks.has("none"), marks.has("rest")]
    const asked = SORTED[part.class ?? "state"]
    if ((numbers.length === 0 && !isNone && !isRest) || (asked === "drop" && (isNone || marks.has("not"))))
      return undefined
    const kind = marks.has("not") !== isNone ? OTHER[asked] : asked
    const others = all.filter((number) => !parts.some((one) => one.numbers.includes(number)))
    for (const number of isNone ? all : isRest ? others : numbers) if (!but.includes(number)) sorted.set(number, kind)
    if (kind !== "drop") for (const number of but) sorted.set(number, OTHER[kind])
  }
  if (parts.some((part) => (part.class ?? "state") === "state"))
    for (const number of all) if (!sorted.has(number)) sorted.set(number, "requirement")
  return sorted
}
