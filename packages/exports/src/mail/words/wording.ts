/** Every sentence of the mails. Days and durations arrive already written out in the language. */
export type Words = {
  /** For dates and numbers: English dates say the day before the month, as the other languages do. */
  tag: string
  save: LinkWords
  open: LinkWords
  confirm: LinkWords
  /** The code works where the link alone does not. */
  code: string
  limits: (minutes: string) => string
  stranger: string
  reminder: {
    subject: (day: string) => string
    heading: string
    /** `title` is empty for a conversation that has none. */
    lead: (title: string, day: string) => string
    button: string
    keep: string
    where: string
    otherwise: string
  }
  export: {
    subject: string
    heading: string
    lead: (title: string) => string
    attached: string
    linked: string
    button: string
    where: string
  }
  submission: {
    subject: (reference: string) => string
    heading: string
    lead: string
    /** Before the reference. */
    reference: string
    next: string
    button: string
    stranger: string
  }
  /** What became of a submission. `quoted` and the others are what it is now. */
  answer: {
    subject: (reference: string) => string
    heading: string
    status: Record<"received" | "reviewed" | "quoted" | "closed", string>
    said: string
    asked: string
    button: string
  }
  /** What this is that writes: the last line of every mail. */
  sender: string
}

type LinkWords = { subject: string; heading: string; lead: string; button: string }
