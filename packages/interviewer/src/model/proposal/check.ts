import { type Fault, ProposalRefusedError } from "@spec-wizard/core/document/error"
import { resolve } from "@spec-wizard/core/document/propose"
import type { Document } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import { proposals } from "./propose.ts"
import type { Meant } from "./read.ts"

const told: Record<Fault, string> = {
  locked: "is locked; it cannot be changed",
  unknown: "is no line of the document",
  closed: "no longer counts, or is closed by another change of this call",
  quote: "quotes what does not stand in the message",
  dangling: "names a line that does not count or is not there",
  short: "goes by a quote of one word; quote two words or more, or a whole line, cell or sentence",
  unquoted: "was said or agreed to, and changes only with a new quote of the visitor that says so",
  words: "has a number or a negation that its quotes lack, or lacks one that they have",
  evidence: "claims an agreement that only the visitor can give",
  shape: "does not fit: a field is missing, too long, or belongs to another kind of line",
}

/** What stands against the changes, told to the model; nothing when they would be taken. */
export function faultsOf(changes: readonly Meant[], document: Document, messages: readonly Message.Info[]): string[] {
  const texts = new Map<string, string>(messages.map(({ id, text }) => [id, text]))
  try {
    resolve(document, proposals(changes, document), { textOf: (id) => texts.get(id) })
    return []
  } catch (error) {
    if (!(error instanceof ProposalRefusedError)) throw error
    return [`${error.subject} ${told[error.fault]}`]
  }
}
