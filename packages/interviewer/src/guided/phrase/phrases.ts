import type * as Note from "@spec-wizard/core/interviewer/note"
import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Language } from "../read/language.ts"
import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"

/** What a question may lean on. `who` always has a value that fits a sentence about anything. */
export type Vars = {
  /** Those it is for, in the plural, with the article the language wants: "customers", "die Kunden". */
  who: string
  /** Those who pay, if they are known to be the ones who use it. */
  payers?: string
  /** What they do with it, after a plural subject: "place an order", "hacen un pedido". Unknown until the visitor has plainly said so. */
  act?: string
  /** What they make with it: "orders". */
  things?: string
  /** What the visitor counts and keeps speaking of, in their own word: "plots". */
  subject?: string
  /** It is the topic's second question, for the rest. */
  isMore: boolean
  /** The word that needs a measure. */
  vague?: string
  withoutAccounts: boolean
  /** Money has come up. */
  money: boolean
}

/** Label, and the sentence it sends for the visitor. */
export type Pair = readonly [label: string, value: string]

export type Question = {
  /** How gaps and the closing name it, inside a sentence: "how success is measured". */
  label: string
  ask: (vars: Vars) => string
  /** When something is known and the rest is wanted. */
  more?: (vars: Vars) => string
  /** When they said "fast" and it takes a number. */
  vague?: (vars: Vars) => string
  /** Two or three. "Not sure" and "Skip" follow by themselves. */
  choices: (vars: Vars) => readonly Pair[]
}

export type Phrases = {
  questions: Record<Topic.ID, Question>
  notSure: Pair
  skip: Pair
  /** `x` is the point of what they said, turned to "you", without a full stop. Four words or fewer around it. */
  affirm: Record<Note.Kind, readonly ((x: string) => string)[]>
  /** When it is not certain what kind of statement it was. */
  noted: readonly ((x: string) => string)[]
  /** `x` is the label of the choice they tapped. */
  chosen: readonly ((x: string) => string)[]
  /** `x` was said with a limit that is not repeated. */
  withException: (x: string) => string
  /** When their sentence cannot be repeated: long, or not safely turned. */
  acknowledge: Partial<Record<Topic.ID, readonly string[]>>
  acknowledgeTopic: (label: string) => string
  acknowledgeAnything: readonly string[]
  brief: (count: number, numbered: boolean) => string
  briefCut: (count: number) => string
  list: (count: number) => string
  corrected: (x: string | undefined) => string
  resolved: (x: string) => string
  bothKept: string
  /** `x` is a rule that was told with more than one exception. */
  exceptions: (x: string | undefined) => string
  /** Before the question for the measure of a vague word. */
  measurable: readonly string[]
  /** After a bare "yes" where it says nothing. */
  sayMore: string
  unsure: readonly string[]
  /** The same where the usual answer was put down as an assumption. */
  assumed: readonly string[]
  skipped: readonly string[]
  delegated: readonly string[]
  /** The text of an assumption where no answer is usual. */
  leftToTeam: (label: string) => string
  openQuestion: (label: string) => string
  /** Who it is for, until the visitor has named them. */
  people: string
  /** The first thing said about an activity: "So it is about orders." */
  about: (things: string) => string
  /** `x` is a list of numbers with units. */
  numbers: readonly ((x: string) => string)[]
  bounds: Record<"exact" | "about" | "min" | "max", (x: string) => string>
  welcome: string
  thanks: string
  stray: string
  explain: (label: string) => string
  noPrevious: string
  previous: string
  enoughIfYouLike: string
  dispute: (older: string, newer: string) => string
  holds: (x: string) => Pair
  gaps: (labels: readonly string[]) => string
  noGaps: string
  wrap: string
  wrapChoices: readonly [Pair, Pair]
  /** When there is nothing left worth asking. */
  last: string
  lastChoices: readonly [Pair, Pair]
  added: (x: string | undefined) => string
  closedAlready: string
  closing: {
    /** Between things in a line. French wants a space before it, and before a colon. */
    separator: string
    colon: string
    lead: string
    leadEmpty: string
    areas: Record<Area, string>
    more: (count: number) => string
    open: string
    assumed: string
    disputed: (older: string, newer: string) => string
    nothingOpen: string
    end: string
  }
}

export const AREAS = ["what", "people", "working", "rules", "out", "data", "quality", "frame"] as const
export type Area = (typeof AREAS)[number]

export const phrases: Record<Language, Phrases> = { en, de, es, fr }
