import type { Wording } from "@spec-wizard/core/document/wording"
import type { Talk } from "../talk.ts"
import type { DocumentWords } from "../words/document/wording.ts"
import type { Words } from "../words/wording.ts"

/** What every part of the document on the page needs. */
export type View = {
  /** Of the page, in the visitor's language. */
  words: DocumentWords
  counts: Words["sides"]["counts"]
  /** Of the document, in the language it is written in. */
  wording: Wording
  /** The page's language, where a part of the document speaks in the page's words. */
  lang: string
  talk: Talk
  /** Nothing can be changed any more. */
  isClosed: boolean
  /** Whether a message stands in the conversation: those of before a file was imported do not. */
  isHere: (messageId: string) => boolean
  /** To the words in the conversation that a line was made of. */
  toWords: (line: string, messageId: string) => void
  /** Puts a sentence into the box, for the visitor to send. */
  ask: (text: string) => void
}
