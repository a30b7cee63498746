import type { Clock } from "../clock.ts"
import * as Limit from "../limit/limit.ts"
import type { Settings } from "../settings.ts"
import type { Table } from "../table/table.ts"

type Deps = { table: Table; clock: Clock; settings: Settings }

/** Twenty an hour from one network, and twenty an hour for one address, given by its fingerprint. @throws {RateLimitedError} */
export async function lookup(deps: Deps, who: { ip: string; address: string }): Promise<void> {
  await Limit.take(deps, "lookup-ip", Limit.network(who.ip))
  await Limit.take(deps, "lookup-address", who.address)
}

/** As many, counted apart. @throws {RateLimitedError} */
export async function submission(deps: Deps, who: { ip: string; address: string }): Promise<void> {
  await Limit.take(deps, "submission-ip", Limit.network(who.ip))
  await Limit.take(deps, "submission-address", who.address)
}

/** Tokens that are not the operator's: twenty an hour from one network. @throws {RateLimitedError} */
export const wrongToken = (deps: Deps, ip: string): Promise<void> => Limit.take(deps, "operator-ip", Limit.network(ip))
