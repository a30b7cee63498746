import { fingerprints } from "../address/address.ts"
import { type Clock, iso, ttl } from "../clock.ts"
import * as Verified from "../device/verified.ts"
import * as Id from "../id.ts"
import * as Limit from "../limit/limit.ts"
import * as Outbox from "../outbox/outbox.ts"
import type * as Device from "../protocol/device.ts"
import { again, retrying } from "../retrying.ts"
import type { KeyRing } from "../secret/key-ring.ts"
import * as SessionItem from "../session/item.ts"
import * as Session from "../session/session.ts"
import type { Settings } from "../settings.ts"
import { ABSENT, type Table, TransactionFailedError, type Write } from "../table/table.ts"
import { browserOf, codeOf, fromItem, hashOf, key, LIFETIME_MS, pointerKey, type Stored, tokenOf } from "./item.ts"
import * as Live from "./live.ts"

export * from "../protocol/link.ts"
export { LIFETIME_MS } from "./item.ts"

type Deps = { table: Table; clock: Clock; settings: Settings; keyRing: KeyRing; enqueue: Outbox.Enqueue }

export type Asked = {
  email: string
  /** One that the device may see. */
  sessionId?: Session.ID | undefined
  deviceId?: Device.ID | undefined
  /** From the browser's cookie. */
  nonce: string
  ip: string
  locale: string
  /** Its mail says that a file follows. */
  isForExport?: true
}

/** How long a request goes on against others for the same address. */
const PATIENCE_MS = 5_000

/** A link that may be stored. `writes` looks who else has asked for the same address: their condition may fail, then it is tried anew. */
export type Prepared = { entry: Outbox.Stored; writes(): Promise<Write[]> }

/**
 * A link and the mail that carries it. What is done, and for how long, does not depend on whether anybody knows the address: the mailer
 * looks whether there is anything to open.
 * @throws {RateLimitedError} the same for every address
 */
export async function request(deps: Deps, asked: Asked): Promise<void> {
  const { entry, writes } = await prepare(deps, asked)
  const { sessionId } = asked
  const alive: Write[] = sessionId ? [{ check: SessionItem.key(sessionId), when: SessionItem.ALIVE }] : []
  await retrying({ patienceMs: PATIENCE_MS }, async () => {
    const planned = await writes()
    try {
      await deps.table.transact([...planned, ...alive])
    } catch (error) {
      if (!(error instanceof TransactionFailedError)) throw error
      if (sessionId) await Session.get(deps, sessionId) // erased meanwhile?
      return again(error) // another request for the same address was first
    }
  })
  await Outbox.announce(deps, entry)
}

/** Counts the request, and makes what is to be stored while the session lives. @throws {RateLimitedError} the same for every address */
export async function prepare(deps: Omit<Deps, "enqueue">, asked: Asked): Promise<Prepared> {
  const { email, sessionId, deviceId } = asked
  const browser = browserOf(asked.nonce)
  const network = Limit.network(asked.ip)
  const [address] = await fingerprints(deps, email)
  await Limit.take(deps, "link-browser", `${browser}#${address}`)
  await Limit.take(deps, "link-ip", network)
  // A browser that has opened a link of this address before is not held up by strangers who ask for it.
  const isKnown = deviceId !== undefined && (await Verified.addresses(deps, deviceId)).includes(address)
  await Limit.take(deps, "link-address", isKnown ? `${address}#${deviceId}` : address)

  const now = deps.clock.now()
  const [ringKey] = await deps.keyRing.keys("link")
  const id = Id.create("lnk", now)
  const hash = hashOf(tokenOf(ringKey, id))
  const link: Stored = {
    id,
    keyId: ringKey.id,
    email,
    address,
    browser,
    ...(sessionId && { sessionId }),
    ...(asked.isForExport && { isForExport: true }),
    ...(isKnown && { isKnown }),
    locale: asked.locale,
    tries: 0,
    expiresAt: iso(now + LIFETIME_MS),
  }
  const task = { kind: "link", linkId: id, keyId: ringKey.id, ...(sessionId && { sessionId }) } as const
  const { entry, write } = Outbox.entry(deps, task)
  const end = ttl(now + LIFETIME_MS)
  return {
    entry,
    writes: async () => [
      ...(await Live.add(deps, address, { hash, browser, network, expiresAt: link.expiresAt })),
      { put: { ...key(hash), ...link, ttl: end }, when: ABSENT },
      write,
      // The erasure of the session finds it so.
      ...(sessionId ? [{ put: { ...pointerKey(sessionId, hash), ttl: end } }] : []),
    ],
  }
}

/** With what its mail says. Undefined when it was used, replaced or has expired, or the key it was made with is gone. */
export async function read(
  deps: Pick<Deps, "table" | "clock" | "keyRing">,
  of: { linkId: Stored["id"]; keyId: string },
): Promise<(Stored & { token: string; code: string }) | undefined> {
  const ringKey = await deps.keyRing.key("link", of.keyId)
  if (!ringKey) return undefined
  const token = tokenOf(ringKey, of.linkId)
  const link = await find(deps, hashOf(token))
  return link && { ...link, token, code: codeOf(ringKey, of.linkId) }
}

export async function find(deps: { table: Table; clock: Clock }, hash: string): Promise<Stored | undefined> {
  const item = await deps.table.get(key(hash))
  if (!item) return undefined
  const link = fromItem(item)
  return Date.parse(link.expiresAt) > deps.clock.now() ? link : undefined
}
