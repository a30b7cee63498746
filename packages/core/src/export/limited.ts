import type { Clock } from "../clock.ts"
import * as Limit from "../limit/limit.ts"
import type * as Session from "../protocol/session.ts"
import type { Settings } from "../settings.ts"
import type { Table } from "../table/table.ts"

type Deps = { table: Table; clock: Clock; settings: Settings }

/** Twenty an hour from one network, and of one session. @throws {RateLimitedError} */
export async function asked(deps: Deps, { ip, sessionId }: { ip: string; sessionId: Session.ID }): Promise<void> {
  await Limit.take(deps, "export-ip", Limit.network(ip))
  await Limit.take(deps, "export-session", sessionId)
}

/** Mails with an export to an address that was shown to be theirs. @throws {RateLimitedError} */
export const known = (deps: Deps, address: string): Promise<void> => Limit.take(deps, "export-address", address)
