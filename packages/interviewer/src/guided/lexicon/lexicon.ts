import type * as Topic from "@spec-wizard/core/interviewer/topic"

/** What a short message wants of the interviewer, rather than of the thing to be built. */
export type Intent =
  | "unsure"
  | "skip"
  | "back"
  | "finish"
  | "gaps"
  | "delegate"
  | "greeting"
  | "thanks"
  | "explain"
  | "continue"
  | "both"
  | "older"
  | "newer"
  | "yes"
  | "no"

/** Things people take back or contradict. Those with a common beginning (`pay-card`, `pay-cash`) exclude each other after "only". */
export type Concept =
  | "accounts"
  | "pay-card"
  | "pay-transfer"
  | "pay-cash"
  | "pay-later"
  | "reach-web"
  | "reach-app"
  | "delivery"
  | "messages-sms"
  | "messages-email"
  | "chat"
  | "advertising"

export type Activity =
  | "order"
  | "appointment"
  | "booking"
  | "registration"
  | "rental"
  | "enquiry"
  | "repair"
  | "stock"
  | "donation"
  | "time"
  | "document"
  | "course"

/** How a sentence shows what kind of statement it is, whatever it is about. */
export type Cue = "exclusion" | "rule" | "measure" | "goal" | "risk" | "decision" | "term"

/**
 * The words of one language. Every string is a list of patterns for `matcher`. Rules of thumb: a pattern that is ambiguous stays out,
 * because a question asked once too often costs less than a topic believed answered.
 */
export type Lexicon = {
  /** Small words that give the language away; they also end a unit ("12 cakes *per* day"). */
  small: string
  topics: Record<Topic.ID, string>
  cues: Record<Cue, string>
  intents: Record<Intent, string>
  /** Words that may stand around an intent without changing it: "please", "I think". */
  fillers: string
  negation: string
  only: string
  correction: string
  /** Words in front that only join a sentence to the one before: "but", "actually". Without `!` they need a comma behind them: "no, …". */
  leads: string
  /** The same at the end: "of course". */
  trails: string
  /** Words before which a long sentence can be parted, so that a piece of it can be repeated. */
  joins: string
  /** Joining words that limit what was said before them. */
  exceptions: string
  /** Words that promise a quality without saying how much, and the topic that asks for it. */
  vague: readonly (readonly [Topic.ID, string])[]
  concepts: Record<Concept, string>
  roles: readonly Role[]
  activities: Record<Activity, { words: string; act: string; things: string }>
  /** Before the number. `more` is a minimum, or a maximum when the sentence denies it: "must not take more than 12". */
  bounds: Record<"max" | "min" | "about" | "more", string>
  /** Behind the number: "or more". `notice` turns "until 24 hours before" into a minimum. */
  boundsAfter: Record<"max" | "min" | "notice", string>
  numbers: Record<string, number>
  /** Units that are complete by themselves, so that "25 knots we cancel" ends at "knots". */
  units: string
  /** How many words a counted thing may have: "12 celebration cakes" but "3 barcos". */
  unitWords: number
  /** "a day", "pro Tag": what a bare number may be counted by. */
  per: string
  clock: string
  mirror: Mirror
}

/** `name` is the plural with which questions speak of them, article included where the language wants one. */
export type Role = { id: string; words: string; name: string; side: "public" | "staff" | "partner" }

/**
 * Turns the visitor's "we" into "you", word by word. Words are matched as written in lower case; one of `refuse` means that the sentence
 * cannot be turned safely and is not repeated.
 */
type Mirror = { swap: Record<string, string>; endings: readonly (readonly [string, string])[]; refuse: string }
