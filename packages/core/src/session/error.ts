import { VisibleError } from "../error.ts"

/** Also for sessions of other people and for expired ones: an id must not tell whether it exists. */
export class SessionNotFoundError extends VisibleError {
  constructor() {
    super("not_found", "session.not_found", "This session does not exist, has expired, or is not yours.")
  }
}
