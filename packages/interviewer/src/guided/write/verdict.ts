import type { Kind, Priority } from "@spec-wizard/core/protocol/document"
import type { Cues, Lexicon } from "../languages/language.ts"
import type { Segment } from "../read/structure.ts"
import type { Category } from "./category.ts"
import type { Frame } from "./heading.ts"
import type { Subject } from "./subject.ts"

/** What a sentence is, and what in it says so. */
export type Verdict = {
  kind: Exclude<Kind, "unsorted" | "feature">
  cue: string
  category?: Category
  priority?: Priority
  isLater?: true
}

/** A sentence with all that is known of where it stands. */
export type Sentence = {
  /** Without the marks at its end. */
  text: string
  isQuestion: boolean
  /** It ends with an exclamation mark. */
  isLoud: boolean
  segment: Segment
  frame: Frame
  lexicon: Lexicon
  subjects: readonly Subject[]
  /** What the table's column says of its weight. */
  column?: Priority | "later" | undefined
  /** Among the first that are said at all. */
  isOpening: boolean
  /** The first of its message. */
  isLead: boolean
  /** The message says nothing else. */
  isAlone: boolean
  /** More of the message is content: a question in it is hardly meant for whoever listens. */
  isPart: boolean
}

/** Whether a sentence has a cue. */
export type Test = (name: Exclude<keyof Cues, "priority">) => boolean
