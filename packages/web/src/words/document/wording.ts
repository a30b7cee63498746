import type { Sortable } from "@spec-wizard/core/protocol/operation"

/** What an unsorted line may become, what is likely first. */
export const SORTS = [
  "requirement",
  "context",
  "exclusion",
  "rule",
  "role",
  "goal",
  "measure",
  "entity",
  "quality",
  "constraint",
  "integration",
  "journey",
  "scope",
  "feature",
  "decision",
  "risk",
  "assumption",
  "term",
  "summary",
] as const satisfies readonly Sortable[]

/** What the page says around the document, and only there: it comes with the document's half of the page. The document's own words, headings and evidence among them, are core's. */
export type DocumentWords = {
  skipToTalk: string
  pdf: string
  history: string
  missing: (count: number) => string
  /** Of what is missing, beyond what is shown at once. */
  more: (count: number) => string
  since: (counts: string) => string
  sinceHeading: string
  show: string
  close: string
  isNew: string
  confirm: string
  change: string
  drop: string
  lock: string
  unlock: string
  whereFrom: string
  toolbar: (id: string) => string
  text: (id: string) => string
  save: string
  cancel: string
  saving: string
  /** Followed by the line as it is now. */
  meanwhile: string
  goneMeanwhile: string
  dropped: (id: string) => string
  undo: string
  refused: Record<"conflict" | "locked" | "offline" | "limited" | "line" | "text" | "undo" | "other", string>
  /** `word` comes in the quotation marks of the document's language. */
  lint: { vague: (word: string) => string; number: string; unobservable: (criterion: string) => string }
  answer: string
  /** Before the words that a change was made of. */
  from: string
  before: string
  now: string
  takeBack: string
  takenBack: string
  versions: string
  /** Of a version that changed only what the page does not show. */
  same: string
  /** Where the document ends, before it was sent and after. */
  handOver: string
  handedOver: string
  /** Beside a message: where its sentences went, and how one sees it. */
  placed: {
    of: (placed: number, all: number) => string
    /** Before that is known. */
    all: (count: number) => string
    unsorted: (count: number) => string
    /** Heard with the words. */
    mark: (ids: string) => string
    /** What is to be seen. */
    line: string
    waits: string
    aside: string
  }
  /** Of lines that nobody has sorted. */
  sorting: {
    lead: string
    all: (count: number) => string
    choose: (id: string) => string
    /** Names the buttons of a line. */
    which: (id: string) => string
    chosen: (count: number) => string
    /** What they are, in words that nobody has to learn. */
    as: Record<Sortable, string>
    /** The list of what is less likely, as it is seen and heard, and what takes what was chosen there. */
    more: string
    other: string
    so: string
    sorted: (count: number) => string
    left: (count: number) => string
  }
}
