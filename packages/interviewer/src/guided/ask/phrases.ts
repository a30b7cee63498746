import type * as QuestionName from "@spec-wizard/core/interviewer/question"
import type { Kind } from "@spec-wizard/core/protocol/document"
import type { Gap } from "@spec-wizard/core/protocol/readiness"
import type { Heard } from "./heard.ts"

/** A question in a language. Each text that asks has one question mark and at most 30 words. */
export type Question = {
  /** In few words: asked again after an explanation, and listed among the open points. */
  short: string
  /** Open. What stands before a blank line leads to it. */
  ask: string
  /** Narrower, when something is known; or another way to put what may be asked more than once. */
  more?: string
  why: string
  /** An answer that somebody else might give, without a frame. */
  example: string
  /** What the visitor says by a tap: it stands in the document as it is. "Not sure" and "skip" follow by themselves. */
  choices: readonly string[]
}

/** Choices that say nothing for the document. */
type Choice =
  | "notSure"
  | "skip"
  | "all"
  | "none"
  | "first"
  | "second"
  | "both"
  | "drop"
  | "goOn"
  | "done"
  | "sum"
  | "more"
/**
 * `hello` is said to a greeting, `begun` after the first thing that was said; `sorry` to who had told it before, `theirs` to a question that
 * nobody here can answer, `soon` to how long this will take, `unclear` to an answer about sentences that was not understood.
 */
type Saying =
  | "corrected"
  | "thanks"
  | "gladly"
  | "fewWords"
  | "hello"
  | "begun"
  | "brief"
  | "sorry"
  | "theirs"
  | "soon"
  | "unclear"
  | "enough"
/** Said in turn, `noted` before a question. */
type Sayings = "noted" | "unsure" | "skipped" | "settled" | "stray"
/** How an offer to sum up is taken, how more is asked for, the question before, and what begins with something to replace. */
type Wishes = "sums" | "mores" | "backs" | "replaces"

export type Phrases = Record<Choice | Saying, string> &
  Record<Sayings, readonly string[]> &
  Record<Wishes, RegExp> & {
    questions: Record<QuestionName.ID, Question>
    /** What is said to them about the conversation itself. */
    heard: Heard
    /** In the quotation marks of the language. */
    quoted: (words: string) => string
    /** What the language's printers do to a text before it is shown. */
    typeset?: (text: string) => string
    /** Said before a question where all that was said became lines of one kind. */
    affirm: Partial<Record<Kind, string>>
    forExample: (example: string) => string
    /** Before the numbered sentences of a brief. */
    kept: (sentences: number) => string
    /** Before the question how a requirement is checked, and which of two sayings holds. */
    about: (quote: string) => string
    against: (older: string, newer: string) => string
    /** Words that mean two things, each said as the two. */
    twofold: Readonly<Record<string, readonly [string, string]>>
    whichMeaning: (word: string, one: string, other: string) => string
    /** Before the offer to sum up, where it is not enough to estimate by. */
    lacking: (what: string) => string
    lacks: Partial<Record<Gap, string>>
    /** `counts` has the kinds that are counted, in this order; `open` stands before a list. */
    closing: Record<"thanks" | "nothing" | "open" | "end" | "added" | "again", string> &
      Record<"unsorted" | "unchecked", (many: number) => string> & {
        counts: Partial<Record<Kind, string>>
        clear: (counts: string) => string
        disputed: (older: string, newer: string) => string
      }
  }
