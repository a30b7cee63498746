import type * as Note from "@spec-wizard/core/interviewer/note"
import type * as Memory from "../memory.ts"
import type { Language } from "../read/language.ts"

/** Everything that a message did to the interview, as plain data: what the document becomes follows from it and from the document alone. */
export type Heard = {
  message: { id: Note.Source["messageId"]; text: string }
  /** Messages at hand, the latest last: older quotes are looked up there. */
  transcript: readonly { id: Note.Source["messageId"]; text: string }[]
  notes: readonly Note.Info[]
  language: Language
  before: Memory.Info
  after: Memory.Info
}
