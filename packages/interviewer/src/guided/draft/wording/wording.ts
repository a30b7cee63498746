import type { Language } from "../../read/language.ts"
import type { Assumable } from "../../usual.ts"
import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"

/** What requirements are grouped by. `main` is named after what it is all about: "Orders". */
export const GROUPS = ["main", "access", "payment", "messages", "lists", "limits", "failure"] as const
export type Group = (typeof GROUPS)[number]

export type Step = { given: string; when: string; outcome: string }

/** What the line says, as far as its criteria may repeat it. */
export type Said = {
  /** The action in the visitor's words, after "when". */
  action: string
  /** What sets it off, where something does. */
  event: string
  /** What the system shall do. */
  does: string
  /** What is said about this number, where others stand beside it. */
  part: string
  /** What is counted, in their word. */
  unit: string
  /** The limit; boundary criteria stand one above and one below. */
  limit: number
  /** The amount as it was written, with its unit: "3 days", "6 pm". */
  amount: string
}

/** How a requirement is shown to hold: the first is the expected case, the second the one that goes wrong or lies on the boundary. */
export type Shape = "most" | "least" | "notice" | "clock" | "within" | "border" | "cap" | Plain
type Plain = "permission" | "payment" | "message" | "list" | "identity" | "never" | "refusal" | "event" | "action"

export type Wording = {
  /** Lists of patterns for `matcher`. */
  cues: Record<Cue, string>
  /** What somebody wishes for stands behind it, in the last group. */
  wish: RegExp
  /** Words that begin a thing rather than a step, without accents: "choose the shop, *the* day and *a* time" is one step. */
  things: string
  problem: (said: string) => string
  /** A wish of the form "that …", as what the system has to do. Undefined where the language's grammar leaves it as it was said. */
  ensure: (wish: string) => string | undefined
  /** EARS parts of a requirement that holds a rule up. `rule` is its id, `gist` its numbers. */
  enforce: {
    if: (rule: string, gist: string) => string
    shall: string
    /** Where nothing is refused: what the rule says follows. */
    apply: (rule: string, gist: string) => string
  }
  features: Record<Group, string>
  /** What goes wrong where the usual answer is not theirs. */
  impact: Record<Assumable, string>
  ask: {
    dispute: (older: string, newer: string) => string
    both: string
    disputeWhy: string
    priority: (quotes: readonly string[]) => string
    priorityWhy: string
    locked: (line: string, said: string) => string
    lockedWhy: string
    placeholder: (said: string) => string
    placeholderWhy: string
    vagueWhy: string
    unknown: (label: string) => string
    unknownWhy: string
    rest: (count: number) => string
    restWhy: string
  }
  /** Why a line was retired: `said` is what holds instead. */
  lost: (said: string) => string
  criteria: Record<Shape, (said: Said) => readonly [happy: Step, other: Step]>
  /** One more, where it must work without a connection. */
  offline: () => Step
  /** What "when" says of an action that cannot be turned into a clause. */
  done: (said: string) => string
}

export type Cue =
  | "could"
  | "should"
  | "later"
  | "personal"
  | "reason"
  | "placeholder"
  | "offline"
  /** The rule says itself what follows beyond its limit: a fee, another turn. Then nothing may be said of a refusal. */
  | "consequence"
  | "baseline"
  | "technology"

export const wordings: Readonly<Record<Language, Wording>> = { en, de, es, fr }
