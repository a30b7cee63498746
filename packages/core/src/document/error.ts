import { VisibleError } from "../error.ts"

/** Why a patch was refused. Nothing of it is applied. */
export type Fault =
  | "locked" // the line was locked by the visitor or the operator
  | "unknown" // there is no such line
  | "closed" // the line was superseded or retired
  | "quote" // the quote does not stand in the message
  | "short" // a quote of one word, which is no whole line, cell or sentence, says too little to go by
  | "unquoted" // what somebody said or agreed to would change, and no new quote says so
  | "dangling" // it depends on a line that is not there
  | "words" // what is marked as said has words that nobody said, or lacks a number or a negation
  | "evidence" // an interviewer cannot confirm in the visitor's place
  | "shape" // a field is missing, too long, or belongs to another kind

/** The proposal is not applied as it is; the interviewer may repair it once. */
export class ProposalRefusedError extends Error {
  readonly fault: Fault
  /** The line or handle it is about. */
  readonly subject: string
  /** Which of the proposals, counted from 0. */
  place?: number
  constructor(fault: Fault, subject: string) {
    super(`${fault}: ${subject}`)
    this.fault = fault
    this.subject = subject
  }
}

export class SpecificationConflictError extends VisibleError {
  constructor() {
    super("conflict", "specification.conflict", "The document has changed meanwhile. Please look at it again.")
  }
}

export class VersionUnknownError extends VisibleError {
  constructor(version: number) {
    super("not_found", "specification.version_unknown", `There is no version ${version} of this document.`)
  }
}

export class LineLockedError extends VisibleError {
  constructor(id: string) {
    super("conflict", "specification.locked", `${id} is locked. Unlock it first.`)
  }
}

export class LineNotFoundError extends VisibleError {
  constructor(id: string) {
    super("input", "specification.line_unknown", `There is no line ${id} that can be changed.`)
  }
}

export class EditInvalidError extends VisibleError {
  constructor(detail: string) {
    super("input", "specification.edit_invalid", detail)
  }
}

export class NothingToUndoError extends VisibleError {
  constructor() {
    super("conflict", "specification.nothing_to_undo", "There is nothing to undo, or it was changed again since.")
  }
}
