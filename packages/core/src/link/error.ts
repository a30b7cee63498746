import { VisibleError } from "../error.ts"

/** One answer for all that a link or a code can lack: nothing may be learned by trying. */
export class LinkInvalidError extends VisibleError {
  constructor() {
    super("input", "link.invalid", "This link or code is wrong, was used, or has expired. Please ask for a new one.")
  }
}

/** Nothing was consumed: the same link works with the code. */
export class LinkOtherBrowserError extends VisibleError {
  constructor() {
    super(
      "conflict",
      "link.other_browser",
      "This link was asked for in another browser. Type the code from the same mail.",
    )
  }
}
