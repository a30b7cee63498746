import { UnavailableError } from "./error.ts"

/** How long attempts are made, by real time whatever the domain's clock says, or how many. */
export type Patience = { patienceMs: number } | { tries: number }

const FIRST_WAIT_MS = 10
const MAX_WAIT_MS = 500

/**
 * Makes attempts until one has a result, or throws. After one that gives `again` it waits at random, for at most 10 ms at first and at most
 * twice as long each time up to half a second, so that those who lost to each other do not meet again.
 * @throws {UnavailableError} at the end of patience: the last reason, or caused by it
 */
export async function retrying<T>(patience: Patience, attempt: () => Promise<T | Again>): Promise<T> {
  const startedAt = Date.now()
  for (let made = 1; ; made++) {
    const outcome = await attempt()
    if (!(outcome instanceof Again)) return outcome
    const isOver = "tries" in patience ? made >= patience.tries : Date.now() > startedAt + patience.patienceMs
    if (isOver) throw outcome.reason instanceof UnavailableError ? outcome.reason : new UnavailableError(outcome.reason)
    const waitMs = Math.random() * Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (made - 1))
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
}

class Again {
  readonly reason: unknown
  constructor(reason: unknown) {
    this.reason = reason
  }
}

/** What an attempt gives that is worth another: it lost a race, or the table's answer. Everything is to be read afresh. */
export const again = (reason: unknown) => new Again(reason)
