import { VisibleError } from "../error.ts"
import type * as Submission from "../protocol/submission.ts"

/** Also when only the address is not the one it was submitted with: a reference must not tell whether it exists. */
export class SubmissionNotFoundError extends VisibleError {
  constructor() {
    super("not_found", "submission.not_found", "There is nothing under this reference. Please look at both again.")
  }
}

export class SubmissionErasedError extends VisibleError {
  constructor() {
    super("gone", "submission.erased", "This submission was erased. Nothing is left of it but its reference.")
  }
}

export class SubmissionConflictError extends VisibleError {
  constructor() {
    super("conflict", "submission.conflict", "This submission has changed meanwhile. Please look at it again.")
  }
}

export class StatusBackwardError extends VisibleError {
  constructor(status: Submission.Status) {
    super("conflict", "submission.status_backward", `A submission only moves forward, and this one is ${status}.`)
  }
}

export class SubmissionClosedError extends VisibleError {
  constructor() {
    super("conflict", "submission.closed", "This submission is closed: nothing more can be asked.")
  }
}
