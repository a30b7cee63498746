import type { Attachment } from "./mail/mailer.ts"
import type { Letter } from "./mail/template.ts"

/** `address` is the fingerprint of `to`. */
export type Composed = {
  to: string
  address: string
  locale: string
  letter: Letter
  attachments?: readonly Attachment[]
  /** Whom an answer reaches. */
  replyTo?: string
}
