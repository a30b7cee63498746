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
}
