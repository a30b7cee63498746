import { keyOf } from "./cache/key.ts"
import { VisibleError } from "./error.ts"

/** A request's key, hashed, and what was asked under it: the same key for another wish is a mistake. */
export type Claiming = { hash: string; digest: string }

export const claimingOf = (key: string, input: object): Claiming => ({
  hash: keyOf(key),
  digest: keyOf(JSON.parse(JSON.stringify(input))), // without what is undefined
})

export class KeyReusedError extends VisibleError {
  constructor() {
    super(
      "conflict",
      "idempotency.key_reused",
      "This Idempotency-Key was used for something else. Please take a new one.",
    )
  }
}
