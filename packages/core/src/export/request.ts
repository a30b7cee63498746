import { fingerprints } from "../address/address.ts"
import * as Claim from "../claim/claim.ts"
import { iso } from "../clock.ts"
import * as Broadcast from "../connection/broadcast.ts"
import type { Gateway } from "../connection/gateway.ts"
import * as Event from "../event/event.ts"
import * as Id from "../id.ts"
import { RateLimitedError } from "../limit/limit.ts"
import * as Link from "../link/link.ts"
import * as Outbox from "../outbox/outbox.ts"
import type * as Device from "../protocol/device.ts"
import type * as Export from "../protocol/export.ts"
import { again, retrying } from "../retrying.ts"
import type { KeyRing } from "../secret/key-ring.ts"
import type * as Session from "../session/session.ts"
import * as Specification from "../specification/specification.ts"
import { TransactionFailedError, type Write } from "../table/table.ts"
import { get } from "./export.ts"
import { Answer, key, type Stored } from "./item.ts"
import * as Limited from "./limited.ts"
import * as Step from "./step.ts"

type Deps = Event.Deps & { keyRing: KeyRing; gateway: Gateway; enqueue: Outbox.Enqueue }

/** `key`: the request's own, under which it may be repeated; `nonce`: from the browser's cookie, as a link needs it. */
export type Asked = {
  session: Session.Head
  deviceId: Device.ID
  input: Export.Create
  key: string
  nonce: string
  ip: string
}

/** How long a request goes on against others for the same address. */
const PATIENCE_MS = 5_000

/**
 * Asks for a file of the document as it stands. It is made in the background, and mailed to an address that was opened in this session;
 * to any other one goes a link first, with which the file follows.
 * @throws {KeyReusedError} @throws {RateLimitedError} @throws {SessionNotFoundError}
 */
export async function request(deps: Deps, asked: Asked): Promise<Stored> {
  const { session, input } = asked
  const claim = Claim.ofRequest({ sessionId: session.id, kind: "export", key: asked.key, input }, Answer)
  const known = await answered(deps, session.id, claim)
  if (known) return known
  await Limited.asked(deps, { ip: asked.ip, sessionId: session.id })
  const { address, link } = await recipient(deps, asked)
  const now = deps.clock.now()
  const id = Id.create("exp", now)
  const task = Outbox.entry(deps, { kind: "export", sessionId: session.id, exportId: id })

  return retrying({ patienceMs: PATIENCE_MS }, async () => {
    try {
      const { events } = await Event.append(deps, session.id, async (head) => {
        const stored: Stored = {
          id,
          sessionId: session.id,
          status: "queued",
          format: input.format,
          form: input.form,
          paper: input.paper,
          version: Specification.latest(head),
          createdAt: iso(now),
          ...(input.email !== undefined && { email: input.email, address }),
          ...(link && { linkMailId: link.entry.id }),
        }
        const first = Step.begin(stored)
        const claimed = Claim.write(claim, { exportId: id })
        const writes: Write[] = [...first.writes, claimed, task.write, ...((await link?.writes()) ?? [])]
        return { events: first.events, writes }
      })
      await Promise.all([
        Broadcast.broadcast(deps, session.id, events),
        Outbox.announce(deps, task.entry),
        link && Outbox.announce(deps, link.entry),
      ])
      return await get(deps, session.id, id)
    } catch (error) {
      if (!(error instanceof Event.PlanRefusedError)) throw error
      const twin = await answered(deps, session.id, claim) // the same request, twice at once
      if (!twin) return again(error) // another link for the same address was first
      if (link && twin.linkMailId === undefined) await lend(deps, twin, link)
      return twin
    }
  })
}

/** What a request with this key was answered before. @throws {KeyReusedError} when it was another request */
async function answered(deps: Deps, sessionId: Session.ID, claim: Claim.Info<Answer>): Promise<Stored | undefined> {
  const answer = await Claim.find(deps, claim)
  return answer && (await get(deps, sessionId, answer.exportId))
}

/** Of two at once only one may have been allowed to send a link, and the other one was first. */
async function lend(deps: Deps, { sessionId, id }: Stored, link: Link.Prepared): Promise<void> {
  const first = { if: "attribute_exists(#pk) AND attribute_not_exists(#linkMailId)" }
  try {
    await deps.table.transact([
      { update: key(sessionId, id), change: { set: { linkMailId: link.entry.id } }, when: first },
      ...(await link.writes()),
    ])
  } catch (error) {
    if (error instanceof TransactionFailedError) return // somebody else has lent one
    throw error
  }
  await Outbox.announce(deps, link.entry)
}

type Recipient = { address?: string; link?: Link.Prepared }

/** Who gets it, and the link that asks them first. */
async function recipient(deps: Deps, asked: Asked): Promise<Recipient> {
  const { session, deviceId, input, nonce, ip } = asked
  const { email } = input
  if (email === undefined) return {}
  const addresses = await fingerprints(deps, email)
  const [current] = addresses
  if (session.address !== undefined && addresses.includes(session.address)) {
    await Limited.known(deps, current)
    return { address: session.address }
  }
  const { id: sessionId, locale } = session
  try {
    const link = await Link.prepare(deps, { email, sessionId, deviceId, nonce, ip, locale, isForExport: true })
    return { address: current, link }
  } catch (error) {
    // This browser asked for a link within the last minute: that one does as well.
    if (error instanceof RateLimitedError && error.rule === "link-browser") return { address: current }
    throw error
  }
}
