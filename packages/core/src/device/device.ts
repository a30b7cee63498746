import * as z from "zod/mini"
import { type Clock, iso, ttl } from "../clock.ts"
import { VisibleError } from "../error.ts"
import * as Id from "../id.ts"
import { SessionNotFoundError } from "../session/error.ts"
import type * as Session from "../session/schema.ts"
import type { Settings } from "../settings.ts"
import { ABSENT, ConditionFailedError, type Item, type Table, type Write } from "../table/table.ts"
import * as Grant from "./grant.ts"
import * as Device from "./schema.ts"
import * as Token from "./token.ts"

export * from "./schema.ts"

export class TokenRefusedError extends VisibleError {
  constructor() {
    super("auth", "token.refused", "This device is not signed in, or was signed out.")
  }
}

/** A device as its token shows it. */
export const Info = z.object({ id: Device.ID, createdAt: z.string(), lastSeenAt: z.string() })
export type Info = z.infer<typeof Info>

/** A day: how stale `lastSeenAt` may be before a request writes it anew and extends the token's life. */
const SEEN_MS = 86_400_000

const tokenKey = (token: string) => ({ pk: `token#${Token.hash(token)}`, sk: "token" })

/** A new device, not stored yet: `write` goes into the transaction of what it is made for. The token exists nowhere else. */
export function create(deps: { clock: Clock; settings: Settings }): {
  deviceId: Device.ID
  token: string
  write: Write
} {
  const now = deps.clock.now()
  const token = Token.mint()
  const deviceId = Id.create("dev", now)
  const item = { ...tokenKey(token), id: deviceId, createdAt: iso(now), lastSeenAt: iso(now), ttl: lifetime(deps, now) }
  return { deviceId, token, write: { put: item, when: ABSENT } }
}

/** @throws {TokenRefusedError} for a token that is unknown, revoked or unused for too long */
export async function authenticate(
  deps: { table: Table; clock: Clock; settings: Settings },
  token: string,
): Promise<Info> {
  const item = await deps.table.get(tokenKey(token))
  if (!item) throw new TokenRefusedError()
  const device = Info.parse(item)
  if (deps.clock.now() - Date.parse(device.lastSeenAt) > SEEN_MS) await seen(deps, item, device)
  return device
}

/** @throws {SessionNotFoundError} also for a session that exists but is somebody else's */
export async function authorize(deps: { table: Table }, deviceId: Device.ID, sessionId: Session.ID): Promise<void> {
  if (!(await deps.table.get(Grant.key(sessionId, deviceId)))) throw new SessionNotFoundError()
}

async function seen(deps: { table: Table; clock: Clock; settings: Settings }, item: Item, device: Info) {
  const now = deps.clock.now()
  const change = { set: { lastSeenAt: iso(now), ttl: lifetime(deps, now) } }
  const unchanged = { if: "#lastSeenAt = :seen", values: { seen: device.lastSeenAt } }
  await deps.table.update({ pk: item.pk, sk: item.sk }, change, unchanged).catch((error: unknown) => {
    if (!(error instanceof ConditionFailedError)) throw error // another request of the same device was first
  })
}

const lifetime = (deps: { settings: Settings }, now: number) => ttl(now + deps.settings.savedSessionDays * 86_400_000)
