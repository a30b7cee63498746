import * as z from "zod/mini"
import { type Clock, iso, ttl } from "../clock.ts"
import * as Id from "../id.ts"
import * as Device from "../protocol/device.ts"
import type { Settings } from "../settings.ts"
import { ABSENT, ConditionFailedError, type Item, type Table, type Write } from "../table/table.ts"
import { TokenRefusedError } from "./error.ts"
import * as Token from "./token.ts"

export * from "../protocol/device.ts"
export * from "./error.ts"

/** A device as its token shows it. `name` is what it said of itself: "Firefox on Linux". */
export const Info = z.object({ id: Device.ID, name: z.string(), createdAt: z.string(), lastSeenAt: z.string() })
export type Info = z.infer<typeof Info>

/** A device that is new, or has a new token; not stored yet: `writes` go into the transaction of what it is made for. */
export type Minted = { device: Info; token: string; writes: Write[] }

type Deps = { clock: Clock; settings: Settings }

/** A day: how stale `lastSeenAt` may be before a request writes it anew and extends the token's life. */
const SEEN_MS = 86_400_000

const tokenKey = (token: string) => ({ pk: `token#${Token.hash(token)}`, sk: "token" })

/** A device of its own. The token exists nowhere else. */
export function create(deps: Deps, name: string): Minted {
  const now = deps.clock.now()
  return mint(deps, { id: Id.create("dev", now), name, createdAt: iso(now), lastSeenAt: iso(now) })
}

/** The same device under another token; the one it had opens nothing any more. */
export function renew(deps: Deps, device: Info, token: string): Minted {
  const renewed = mint(deps, { ...device, lastSeenAt: iso(deps.clock.now()) })
  return { ...renewed, writes: [...renewed.writes, { delete: tokenKey(token) }] }
}

function mint(deps: Deps, device: Info): Minted {
  const token = Token.mint()
  const item = { ...tokenKey(token), ...device, ttl: lifetime(deps) }
  return { device, token, writes: [{ put: item, when: ABSENT }] }
}

/** @throws {TokenRefusedError} for a token that is unknown, revoked or unused for too long */
export async function authenticate(deps: Deps & { table: Table }, token: string): Promise<Info> {
  const item = await deps.table.get(tokenKey(token))
  if (!item) throw new TokenRefusedError()
  const device = Info.parse(item)
  if (deps.clock.now() - Date.parse(device.lastSeenAt) > SEEN_MS) await seen(deps, item, device)
  return device
}

async function seen(deps: Deps & { table: Table }, item: Item, device: Info) {
  const change = { set: { lastSeenAt: iso(deps.clock.now()), ttl: lifetime(deps) } }
  const unchanged = { if: "#lastSeenAt = :seen", values: { seen: device.lastSeenAt } }
  await deps.table.update({ pk: item.pk, sk: item.sk }, change, unchanged).catch((error: unknown) => {
    if (!(error instanceof ConditionFailedError)) throw error // another request of the same device was first
  })
}

/** Epoch seconds until which a token that is used now opens anything. */
export const lifetime = ({ clock, settings }: Deps) => ttl(clock.now() + settings.savedSessionDays * 86_400_000)
