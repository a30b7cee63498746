import { deliverable, fingerprints } from "@spec-wizard/core/address"
import * as Link from "@spec-wizard/core/link"
import type * as Outbox from "@spec-wizard/core/outbox"
import * as Session from "@spec-wizard/core/session"
import { dayOf } from "@spec-wizard/core/session/due"
import * as SavedTo from "@spec-wizard/core/session/saved-to"
import { composeExport } from "./compose-export.ts"
import { composeSubmission } from "./compose-submission.ts"
import type { Composed } from "./composed.ts"
import type { Post } from "./deps.ts"
import { siteOf } from "./site.ts"

/** Undefined when there is nothing to send any more, or nobody who asked for it. */
export async function compose(deps: Post, task: Outbox.Task): Promise<Composed | undefined> {
  if (task.kind === "link") return await composeLink(deps, task)
  if (task.kind === "reminder") return await composeReminder(deps, task.sessionId)
  if (task.kind === "exportMail") return await composeExport(deps, task)
  if (task.kind === "submission" || task.kind === "notice" || task.kind === "answer")
    return await composeSubmission(deps, task)
  return undefined
}

async function composeLink(deps: Post, of: { linkId: Link.ID; keyId: string }): Promise<Composed | undefined> {
  const link = await Link.read(deps, of)
  if (!link) return undefined
  const session = link.sessionId && (await Session.find(deps, link.sessionId))
  const addresses = await fingerprints(deps, link.email)
  const isSaved = session ? session.address === link.address : (await SavedTo.latest(deps, addresses)) !== undefined
  if (!session && !isSaved) return undefined
  const { email, address, locale, token, code } = link
  const url = `${siteOf(deps)}/link#token=${token}` // behind the #, where no server and no log sees it
  const minutes = Link.LIFETIME_MS / 60_000
  return {
    to: deliverable(email),
    address,
    locale,
    ...(!link.isKnown && { askedFor: addresses }),
    letter: { kind: link.isForExport ? "confirm" : isSaved ? "open" : "save", url, code: Link.printed(code), minutes },
  }
}

/** The link in it points, and opens nothing by itself: such mails are forwarded. */
async function composeReminder(deps: Post, sessionId: Session.ID): Promise<Composed | undefined> {
  const session = await Session.find(deps, sessionId)
  if (!session?.email || !session.address) return undefined
  const { id, title, locale, expiresAt, email, address } = session
  const url = `${siteOf(deps)}/s/${id}`
  return {
    to: deliverable(email),
    address,
    locale,
    letter: { kind: "reminder", url, title, expiresOn: dayOf(expiresAt) },
  }
}
