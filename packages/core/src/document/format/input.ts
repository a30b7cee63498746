import type { Document } from "../../protocol/document.ts"
import type { Patch } from "../../protocol/patch.ts"

/** A version of the document as the log tells it: the patch that made it, and when. */
export type Revision = Pick<Patch, "version" | "operations" | "by" | "messageId"> & { at: string }

/** What a file says that does not stand in the document itself. */
export type Input = {
  title: string
  /** ISO 8601; printed as a day, UTC. */
  date: string
  /** The buyer's or the engineer's; formats made for tools have one form. */
  form: "short" | "full"
  /** Oldest first. Printed in the full form. */
  history?: readonly Revision[]
  /** Of the visitors' messages, by id: a source says "message 4" of one that has a number. */
  numbers?: ReadonlyMap<string, number>
  /** An earlier version: OpenSpec's form says what has changed since, and of an empty one everything. */
  since?: Document
  /** The submission's. */
  reference?: string
  /** Of the document's content, from `hash.ts`: the rest is made in browsers too. */
  hash?: string
  /** Who asked the questions. */
  promptVersion?: string
  models?: readonly string[]
}
