import { fingerprints } from "../address/address.ts"
import * as Claim from "../claim/claim.ts"
import { iso } from "../clock.ts"
import * as Broadcast from "../connection/broadcast.ts"
import type { Gateway } from "../connection/gateway.ts"
import { readiness } from "../document/readiness.ts"
import { UnavailableError } from "../error.ts"
import * as Event from "../event/event.ts"
import * as Limit from "../limit/limit.ts"
import * as Outbox from "../outbox/outbox.ts"
import * as Reference from "../protocol/reference.ts"
import type * as Submission from "../protocol/submission.ts"
import { again, retrying } from "../retrying.ts"
import type { KeyRing } from "../secret/key-ring.ts"
import { changed } from "../session/change.ts"
import * as SessionItem from "../session/item.ts"
import * as Session from "../session/session.ts"
import { hashOf } from "../specification/hash.ts"
import * as Specification from "../specification/specification.ts"
import { ABSENT, TransactionFailedError, type Write } from "../table/table.ts"
import * as Frozen from "./frozen.ts"
import { Answer, pointerKey, type Stored, toItem } from "./item.ts"
import * as Limited from "./limited.ts"
import { get, ofSession, toInfo } from "./submission.ts"

type Deps = Event.Deps & { keyRing: KeyRing; gateway: Gateway; enqueue: Outbox.Enqueue }

/** `key`: the request's own, under which it may be repeated. */
export type Asked = { sessionId: Session.ID; input: Submission.Submit; key: string; ip: string }

/** `isFirst`: this request made it, however often it is repeated. */
export type Submitted = { stored: Stored; isFirst: boolean }

/** Of three thousand million references, so many in a row are not taken. */
const MAX_TRIES = 5

/**
 * Submits a session's document as it stands: of any number at once, one does it. It is stored with its contact and a copy that never
 * changes; every device hears of it; submitter and owner get their mails. The conversation may go on.
 * @throws {KeyReusedError} @throws {RateLimitedError} @throws {SessionNotFoundError}
 */
export async function submit(deps: Deps, asked: Asked): Promise<Submitted> {
  const { sessionId, input, key } = asked
  const claim = Claim.ofRequest({ sessionId, kind: "submission", key, input }, Answer)
  const known = (await answered(deps, claim)) ?? (await existing(deps, sessionId, claim))
  if (known) return known
  const addresses = await fingerprints(deps, input.email)
  await Limited.submission(deps, { ip: asked.ip, address: addresses[0] })
  return retrying({ tries: MAX_TRIES }, async () => {
    const reference = Reference.create()
    try {
      return { stored: await store(deps, asked, { reference, addresses, claim }), isFirst: true }
    } catch (error) {
      if (!(error instanceof Event.PlanRefusedError)) throw error
      return (await answered(deps, claim)) ?? (await existing(deps, sessionId, claim)) ?? again(error)
    }
  })
}

/** What a request with this key was answered before. @throws {KeyReusedError} when it was another request */
async function answered(deps: Deps, claim: Claim.Info<Answer>): Promise<Submitted | undefined> {
  const answer = await Claim.find(deps, claim)
  return answer && { stored: await get(deps, answer.reference), isFirst: answer.isFirst }
}

/** What the session was submitted as already: this key is answered so from now on. */
async function existing(deps: Deps, sessionId: Session.ID, claim: Claim.Info<Answer>): Promise<Submitted | undefined> {
  const stored = await ofSession(deps, sessionId)
  if (!stored) return undefined
  await Limit.take(deps, "edit-session", sessionId)
  try {
    await deps.table.transact([
      { check: SessionItem.key(sessionId), when: SessionItem.ALIVE },
      Claim.write(claim, { reference: stored.reference, isFirst: false }),
    ])
  } catch (error) {
    if (!(error instanceof TransactionFailedError)) throw error
    const twin = await answered(deps, claim) // the same request, twice at once
    if (twin) return twin
    await Session.get(deps, sessionId) // erased meanwhile?
    throw new UnavailableError(error)
  }
  return { stored, isFirst: false }
}

async function store(
  deps: Deps,
  { sessionId, input }: Asked,
  of: { reference: Submission.Reference; addresses: [string, ...string[]]; claim: Claim.Info<Answer> },
): Promise<Stored> {
  const { reference, addresses, claim } = of
  const { consent: _, ...contact } = input
  const tasks = [
    Outbox.entry(deps, { kind: "submission", reference }),
    Outbox.entry(deps, { kind: "notice", reference }),
    Outbox.entry(deps, { kind: "print", reference }),
  ]
  let submitted: Stored | undefined
  const { events } = await Event.append(deps, sessionId, async (head) => {
    if (head.status === "submitted") throw new Event.PlanRefusedError("another one was first")
    const document = await Specification.load(deps, head)
    const now = iso(deps.clock.now())
    const { title, locale, models, promptVersion, address = "" } = head
    const stored: Stored = {
      reference,
      sessionId,
      status: "received",
      version: 1,
      createdAt: now,
      updatedAt: now,
      title,
      locale,
      contact,
      address: addresses[0],
      isVerified: addresses.includes(address),
      level: readiness(document).level,
      documentVersion: document.version,
      hash: hashOf(document),
      ...(models && { models }),
      ...(promptVersion !== undefined && { promptVersion }),
    }
    submitted = stored
    const writes: Write[] = [
      { put: toItem(stored), when: ABSENT },
      ...Frozen.write(reference, document),
      { put: { ...pointerKey(sessionId), reference }, when: ABSENT },
      Claim.write(claim, { reference, isFirst: true }),
      ...tasks.map(({ write }) => write),
    ]
    const { events, head: news } = changed(deps, head, { status: "submitted" })
    return { events: [...events, { type: "submission.changed", submission: toInfo(stored) }], head: news, writes }
  })
  if (!submitted) throw new Error("an append without its plan")
  await Promise.all([
    Broadcast.broadcast(deps, sessionId, events),
    ...tasks.map(({ entry }) => Outbox.announce(deps, entry)),
  ])
  return submitted
}
