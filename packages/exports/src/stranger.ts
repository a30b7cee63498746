import * as Limit from "@spec-wizard/core/limit"
import type * as Outbox from "@spec-wizard/core/outbox"
import * as SavedTo from "@spec-wizard/core/session/saved-to"
import type { Post } from "./deps.ts"

/**
 * Whether one more mail that somebody asked for may go to an address, given by its fingerprints, the current one first. One that has opened no
 * link gets three a day, whoever asks and for what; one that has is not counted, so that strangers cannot use up what its owner asks for.
 * Nobody waits for the answer: a refusal would tell who has a conversation here. `mail` names it, however often it is tried.
 */
export async function mayGet(deps: Post, addresses: readonly [string, ...string[]], mail: Outbox.ID): Promise<boolean> {
  if ((await SavedTo.latest(deps, addresses)) !== undefined) return true
  try {
    await Limit.takeOnce(deps, "mail-stranger", addresses[0], mail)
    return true
  } catch (error) {
    if (error instanceof Limit.RateLimitedError) return false
    throw error
  }
}
