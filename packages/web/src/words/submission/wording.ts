/** The words of handing the document over, and of asking later how it stands: no part of the first load. */
export type SubmissionWords = {
  heading: string
  lead: string
  what: string
  title: string
  level: string
  show: string
  contact: string
  fields: Record<"name" | "email" | "company" | "phone" | "budget" | "timeline", string>
  optional: (label: string) => string
  hints: Record<"budget" | "timeline", string>
  consent: string
  send: string
  sending: string
  /** Beside the field that it is about. */
  refused: { name: string; long: (characters: number) => string; consent: string }
  /** Not one of them in particular. */
  failure: { limited: string; unread: string }
  sent: {
    heading: string
    lead: string
    /** When the form was changed after it had arrived, unknown to its sender. */
    earlier: string
    reference: string
    /** While we cannot say which one it is. */
    inMail: string
    copy: string
    copied: string
    /** Where the browser does not let a page copy. */
    selected: string
    standing: string
    next: string
    mail: string
    answer: string
    goOn: string
    look: string
  }
  status: {
    lead: string
    reference: string
    hint: string
    email: string
    look: string
    unknown: string
    limited: string
    is: Record<"received" | "reviewed" | "quoted" | "closed" | "erased", string>
    sentOn: (day: string) => string
    said: string
  }
}
