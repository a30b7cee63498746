import type { Counts } from "../document/versions.ts"

/** Every sentence of the page. Numbers arrive already formatted for the language. */
export type Words = {
  /** What a visitor sees before anything is said; also printed into index.html, for the first paint. */
  first: {
    heading: string
    lead: string
    label: string
    forExample: string
    example: string
    resume: string
    openSaved: string
    yours: string
    noAccount: string
    opening: string
    /** Of the page that says how a submission stands. */
    status: string
  }
  kept: (days: string) => string
  /** The questions come from a program of ours. */
  noCompany: string
  skip: string
  skipToDocument: string
  /** The two halves of the page. What stands around the document's lines is in `document/`. */
  sides: {
    heading: string
    talk: string
    document: string
    /** How many lines have changed unseen. */
    changes: (count: number) => string
    /** While no line stands in the document. */
    empty: string
    /** "2 lines added, 1 changed"; empty for nothing. */
    counts: (counts: Counts) => string
    grown: (counts: string) => string
  }
  home: string
  /** Of the conversation. */
  rename: string
  themeDark: string
  themeLight: string
  connection: {
    saved: string
    sending: string
    waiting: string
    connecting: string
    reconnecting: string
    offline: string
    closed: string
  }
  you: string
  wizard: string
  transcript: string
  answering: string
  /** The reply is whole, the document is still being written. */
  noting: string
  /** Of a reply in two stages: before its text comes, and while it comes. */
  drafting: string
  revising: string
  suggestions: string
  answer: string
  typeHere: string
  send: string
  stop: string
  stopping: string
  newBelow: string
  pending: { sending: string; afterReply: string; afterNotes: string; offline: string; refused: string }
  hint: { keys: string; offline: string; reconnecting: string }
  left: (count: string) => string
  over: (count: string) => string
  tooLong: (count: string) => string
  takeBack: string
  /** A visitor's own key for a model. */
  ownKey: {
    used: (company: string) => string
    change: string
    /** Whoever answers behind an endpoint that the deployer has set. */
    compatible: string
    gone: string
    again: string
    enter: string
    without: string
  }
  stopped: string
  resumeReply: string
  failed: string
  failedForGood: string
  tryAgain: string
  /** The browser keeps none of ours. */
  cookies: { heading: string; text: string }
  /** This network lets no WebSocket through. */
  blocked: { heading: string; text: string }
  limited: string
  /** `when` is already in the language: "in 12 seconds". */
  goesOn: (when: string) => string
  /** 404.html */
  missing: { heading: string; text: string; start: string }
  gone: { heading: string; text: string; start: string }
  /** The same while its messages are still on the page. `unsent` follows either, when something was not sent. */
  ended: { heading: string; text: string; unsent: string }
  /** Of a conversation that was open. */
  erased: { heading: string; text: string }
  signedOut: { heading: string; text: string; open: string }
  menu: {
    open: string
    save: string
    savedTo: (email: string) => string
    submit: string
    /** Opens the confirmation; `sent` is the same, short, in the header, and `news` said aloud when it happens. */
    submitted: string
    sent: string
    news: string
    conversations: string
    devices: string
    key: string
    data: string
    erase: string
  }
  notLoaded: string
  unexpected: { heading: string; text: string; reload: string }
  reference: (reference: string) => string
  keys: {
    heading: string
    send: string
    line: string
    stop: string
    words: string
    lines: string
    go: string
    help: string
    close: string
  }
}
