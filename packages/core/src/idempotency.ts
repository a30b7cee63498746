import { VisibleError } from "./error.ts"

export class KeyReusedError extends VisibleError {
  constructor() {
    super(
      "conflict",
      "idempotency.key_reused",
      "This Idempotency-Key was used for something else. Please take a new one.",
    )
  }
}
