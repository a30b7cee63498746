import type { Attachment } from "./mail/mailer.ts"
import type { Letter } from "./mail/template.ts"

/** `address` is the fingerprint of `to`. */
export type Composed = {
  to: string
  address: string
  locale: string
  letter: Letter
  attachments?: readonly Attachment[]
  /** All fingerprints of `to`, where anybody may have asked for the mail: a stranger gets few of them. */
  askedFor?: readonly [string, ...string[]]
  /** Whom an answer reaches. */
  replyTo?: string
}
