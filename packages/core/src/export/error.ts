import { VisibleError } from "../error.ts"

export class ExportNotFoundError extends VisibleError {
  constructor() {
    super("not_found", "export.not_found", "There is no such file.")
  }
}

export class ExportNotReadyError extends VisibleError {
  constructor() {
    super("conflict", "export.not_ready", "This file is still being made. Please try again in a moment.")
  }
}

export class ExportFailedError extends VisibleError {
  constructor() {
    super("conflict", "export.failed", "This file could not be made. Please ask for it again.")
  }
}
