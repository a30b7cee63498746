import { timingSafeEqual } from "node:crypto"
import { fingerprints } from "../address/address.ts"
import { iso } from "../clock.ts"
import * as Broadcast from "../connection/broadcast.ts"
import type { Gateway } from "../connection/gateway.ts"
import * as Leave from "../connection/leave.ts"
import * as Device from "../device/device.ts"
import * as Grant from "../device/grant.ts"
import * as Verified from "../device/verified.ts"
import * as Event from "../event/event.ts"
import * as Deliver from "../export/deliver.ts"
import * as Limit from "../limit/limit.ts"
import { LinkInvalidError, LinkOtherBrowserError } from "../link/error.ts"
import { browserOf, codeOf, hashOf, key, MAX_TRIES, pointerKey, type Stored } from "../link/item.ts"
import { find } from "../link/link.ts"
import * as Live from "../link/live.ts"
import * as Outbox from "../outbox/outbox.ts"
import type * as Link from "../protocol/link.ts"
import type { KeyRing } from "../secret/key-ring.ts"
import { changed } from "../session/change.ts"
import * as Due from "../session/due.ts"
import * as SessionItem from "../session/item.ts"
import * as SavedTo from "../session/saved-to.ts"
import * as Session from "../session/session.ts"
import { ConditionFailedError } from "../table/table.ts"

type Deps = Event.Deps & { keyRing: KeyRing; gateway: Gateway; enqueue: Outbox.Enqueue }

export type Redeemer = {
  /** From the browser's cookie, when it has asked for a link before. */
  nonce?: string | undefined
  ip: string
  /** The device it is already. */
  known?: { device: Device.Info; token: string } | undefined
  /** What a new device is called. */
  name: string
}

export type Redeemed = { head: Session.Head; token: string }

type Proven = { link: Stored; hash: string; isSameBrowser: boolean }

/**
 * Opens the link's session on the device and saves it to the address; files that waited for that are sent there. Of any number at once, one gets in. Those who
 * may see the session without having proved to be at the address are signed out: whoever asks for a link to somebody else's address gains
 * nothing.
 * @throws {LinkInvalidError} @throws {LinkOtherBrowserError} when only the code is missing
 */
export async function redeem(deps: Deps, input: Link.Redeem, redeemer: Redeemer): Promise<Redeemed> {
  const { link, hash } = await prove(deps, input, redeemer)
  const addresses = [...new Set([link.address, ...(await fingerprints(deps, link.email))])]
  const sessionId = link.sessionId ?? (await SavedTo.latest(deps, addresses))?.id
  if (!sessionId) throw new LinkInvalidError()
  const { known, name } = redeemer
  const minted = known ? Device.renew(deps, { ...known.device, name }, known.token) : Device.create(deps, name)
  const { device } = minted
  const now = iso(deps.clock.now())
  const grant = { sessionId, deviceId: device.id, name, createdAt: now, lastSeenAt: now, address: link.address }
  let signedOut: Grant.Info[] = []
  let mails: Outbox.Stored[] = []

  const opened = await Event.append(deps, sessionId, async (head) => {
    if (!(await find(deps, hash))) throw new LinkInvalidError() // another one was first
    signedOut = await strangers(deps, sessionId, device.id, addresses)
    await signOut(deps, signedOut.slice(MAX_AT_ONCE))
    const released = await Deliver.release(deps, sessionId, addresses)
    mails = released.entries
    const index = { gsi1pk: SessionItem.addressIndex(link.address), gsi1sk: sessionId }
    const { events, head: news } = changed(deps, head, { email: link.email })
    return {
      events,
      head: { set: { ...news.set, address: link.address, ...index } },
      writes: [
        { delete: key(hash), when: { if: "#expiresAt > :now", values: { now } } },
        { delete: pointerKey(sessionId, hash) },
        ...Grant.overwrite(grant),
        ...addresses.map((address) => Verified.write(deps, device.id, address)),
        Due.write(sessionId, Due.noticeDay({ expiresAt: Session.expiry(deps, link, Date.parse(now)) })),
        ...minted.writes,
        ...released.writes,
        ...signedOut.slice(0, MAX_AT_ONCE).flatMap(Grant.withdraw),
      ],
    }
  }).catch((error: unknown) => {
    const isLate = error instanceof Event.PlanRefusedError || error instanceof Session.SessionNotFoundError
    throw isLate ? new LinkInvalidError() : error
  })
  const gone = signedOut.map(({ deviceId }) => deviceId)
  await Leave.close(deps, sessionId, gone, "signed_out")
  await Promise.all([
    Broadcast.broadcast(deps, sessionId, opened.events),
    ...mails.map((mail) => Outbox.announce(deps, mail)),
  ])
  return { head: opened.head, token: minted.token }
}

/** Who may see a session without having proved to be at the address. */
async function strangers(
  deps: Deps,
  sessionId: Session.ID,
  self: Device.ID,
  addresses: string[],
): Promise<Grant.Info[]> {
  const grants = await Grant.ofSession(deps, sessionId)
  return grants.filter(({ deviceId, address }) => deviceId !== self && !addresses.includes(address ?? ""))
}

/** More of them than a transaction holds are signed out before it. */
const MAX_AT_ONCE = 40

async function signOut(deps: Deps, grants: Grant.Info[]): Promise<void> {
  const keys = ({ sessionId, deviceId }: Grant.Info) => [
    Grant.key(sessionId, deviceId),
    Grant.pointerKey(sessionId, deviceId),
  ]
  await deps.table.deleteAll(grants.flatMap(keys))
}

/** The link that whoever asks may use: by its token in the browser it was asked for in, or else by the code from the mail. */
async function prove(deps: Deps, input: Link.Redeem, { nonce, ip }: Redeemer): Promise<Proven> {
  const browser = nonce === undefined ? undefined : browserOf(nonce)
  const candidates = "token" in input ? [hashOf(input.token)] : await ofAddress(deps, input.email)
  const links: Proven[] = []
  for (const hash of candidates) {
    const link = await find(deps, hash)
    if (link) links.push({ link, hash, isSameBrowser: link.browser === browser })
  }
  if ("token" in input) {
    const [only] = links
    if (only?.isSameBrowser) return only
    if (only && input.code === undefined) throw new LinkOtherBrowserError()
  }
  const { code } = input
  if (code === undefined) throw new LinkInvalidError()
  await Limit.take(deps, "code-ip", Limit.network(ip))
  for (const proven of links) if (await isCode(deps, proven, code)) return proven
  throw new LinkInvalidError()
}

/** Counted before it is compared, so that many at once get no more tries than one after the other. */
async function isCode(deps: Deps, { link, hash }: Proven, code: string): Promise<boolean> {
  try {
    const isLeft = { if: "#tries < :max AND attribute_exists(#pk)", values: { max: MAX_TRIES } }
    await deps.table.update(key(hash), { add: { tries: 1 } }, isLeft)
  } catch (error) {
    if (error instanceof ConditionFailedError) return false
    throw error
  }
  const ringKey = await deps.keyRing.key("link", link.keyId)
  return ringKey !== undefined && timingSafeEqual(Buffer.from(codeOf(ringKey, link.id)), Buffer.from(code))
}

async function ofAddress(deps: Deps, email: string): Promise<string[]> {
  const all = await Promise.all((await fingerprints(deps, email)).map((address) => Live.hashes(deps, address)))
  return all.flat().reverse() // the newest mail is the likeliest
}
