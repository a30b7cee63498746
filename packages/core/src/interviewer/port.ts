import type { Document } from "../protocol/document.ts"
import type * as Message from "../protocol/message.ts"
import type * as Operation from "../protocol/operation.ts"
import type * as Turn from "../protocol/turn.ts"
import type { Course } from "./question.ts"

/** All that an interviewer may know when it answers. */
export type Context = {
  session: { id: string; title: string; locale: string }
  /** The visitor's message that this turn answers. */
  message: Message.Info
  /** The latest messages, oldest first, at most 20, ending with `message`. Bounded, so a long conversation costs no more than a short one. */
  transcript: Message.Info[]
  /** What the interviewer's last finished turn left in `learned`; undefined on the first. Opaque to everybody else; each interviewer's own is at most 8 KB as JSON. */
  memory: unknown
  /** What the visitor was told already, by a worker that was lost afterwards: only the document is left to do. */
  reply?: Message.Info
  /** Who wrote lines of the document, and from which version on, the oldest first. Absent where nobody has yet. */
  authors?: readonly Author[]
  /** The document as it stands. Reads the table, so only who needs it asks. */
  document(): Promise<Document>
}

/** `model` as a speaker's. */
export type Author = { model: string; since: number }

/**
 * Pieces of a reply. `learned` comes at most once and before the first text, so that a reply that is stopped half-way still keeps what
 * the visitor said; a retried turn starts from the memory before its message, so nothing is learned twice.
 */
export type Part =
  | { type: "learned"; memory: unknown; changes?: Changes }
  /**
   * For an interviewer that knows only later what the message does to the document. Of several, each with all that was known until then, the last
   * one counts; whoever stops the reply keeps that.
   */
  | { type: "changes"; changes: Changes }
  /** Which question waits now, and what became of the one before. At most once; an interviewer that cannot tell leaves it out. */
  | { type: "course"; course: Course }
  | { type: "text"; text: string }
  | { type: "choices"; choices: Message.Choice[] }
  /** Text and choices are whole: the visitor may go on, what follows is for the document alone. For an interviewer to whom that takes time. */
  | { type: "reply-end" }
  | { type: "usage"; usage: Turn.Usage }

/** What the message does to the document. */
export type Changes = {
  /** The document's, as long as it is empty. */
  language: Document["language"]
  /** What of the message says nothing for the document: greetings, marks of a list, "not sure". */
  asides?: readonly Turn.Aside[]
  /** What it marks as said has the visitor's own words, and code checks that. */
  isVerbatim?: true
  /**
   * What to change, given the document as it stands: asked again when somebody has changed it meanwhile, so it must be pure. Code validates
   * every proposal; one that is refused is dropped alone, and what it was about stays in the document unsorted.
   */
  propose(document: Document): Operation.Proposal[]
}

/** Who answers, by model and by what it was asked with; both are stored with the turn, so that figures of two prompts are not mixed. */
export type Speaker = {
  /** `guided`, or provider and name: `anthropic/claude-…`. */
  model: string
  /** Raised with every change of the words or the tools. */
  promptVersion: string
  /** Why it stands in for another: the code of that one's failure. */
  because?: string
}

/** Who asks the questions. `signal` aborts when the visitor stops the reply or the worker loses its lease. */
export interface Interviewer {
  /** Once the reply has ended, who gave it. */
  readonly speaker: Speaker
  reply(context: Context, signal: AbortSignal): AsyncIterable<Part>
}
