/** The words of having the document as a PDF: no part of the first load. */
export type ExportWords = {
  heading: string
  paper: string
  papers: Record<"a4" | "letter", string>
  form: string
  forms: Record<"full" | "short", { name: string; hint: string }>
  download: string
  mail: string
  send: string
  /** What the progress bar shows. */
  progress: string
  step: (step: number, of: number) => string
  /** One sentence for each way it can stand. */
  making: Record<"queued" | "rendering" | "stored", string>
  mailing: Record<"stored" | "unverified" | "sent" | "delivered" | "failed", (email: string) => string>
  unprintable: string
  failed: string
  /** After `making.stored`, when the browser was told to fetch it. */
  started: string
  /** What to do with the mail that comes first. */
  verify: (email: string) => string
  enter: string
  verified: (email: string) => string
  /** While there is no connection that would tell more. */
  away: string
  link: string
  /** The same, of one among several. */
  linkOf: (which: string) => string
  tryAgain: string
  another: string
  show: string
  earlier: string
  version: (version: number) => string
  /** Of one among several, after where it went, if anywhere. */
  is: Record<"queued" | "rendering" | "stored" | "unverified" | "sent" | "delivered" | "undelivered" | "failed", string>
  typeCode: string
}
