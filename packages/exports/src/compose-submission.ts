import { deliverable, fingerprints } from "@spec-wizard/core/address"
import type * as Outbox from "@spec-wizard/core/outbox"
import * as Submission from "@spec-wizard/core/submission"
import { said } from "@spec-wizard/core/submission/said"
import type { Composed } from "./composed.ts"
import type { Post } from "./deps.ts"
import { siteOf } from "./site.ts"

type Task = Extract<Outbox.Task, { kind: "submission" | "notice" | "answer" }>

/** Undefined when it was erased meanwhile, or when nobody wants to hear of it. */
export async function composeSubmission(deps: Post, task: Task): Promise<Composed | undefined> {
  const stored = await found(deps, task.reference)
  if (!stored?.contact || stored.status === "erased") return undefined
  const { reference, status, contact, locale, address, sessionId, title = "" } = stored
  const { ownerEmail } = deps.settings
  const to = deliverable(contact.email)
  if (task.kind === "notice") {
    if (ownerEmail === "") return undefined
    const [owner] = await fingerprints(deps, ownerEmail)
    const url = `${siteOf(deps)}/operator#${reference}`
    const letter = { kind: "notice", url, reference, title, from: contact } as const
    return { to: ownerEmail, address: owner, locale: "en", letter, replyTo: to }
  }
  // A session that has expired leaves its submission, of which the status page tells.
  const url = sessionId ? `${siteOf(deps)}/s/${sessionId}` : `${siteOf(deps)}/status#${reference}`
  const reader = { to, address, locale, ...(ownerEmail && { replyTo: ownerEmail }) }
  if (task.kind === "submission") {
    const askedFor = await fingerprints(deps, contact.email)
    return { ...reader, askedFor, letter: { kind: "submission", url, reference } }
  }
  const words = task.messageId && (await said(deps, reference, task.messageId))
  const then = words && words.status !== "erased" ? words.status : status
  const news = { status: then, isQuestion: words?.kind === "question", ...(words && { said: words.text }) }
  return { ...reader, letter: { kind: "answer", url, reference, ...news } }
}

async function found(deps: Post, reference: Submission.Reference): Promise<Submission.Stored | undefined> {
  try {
    return await Submission.get(deps, reference)
  } catch (error) {
    if (error instanceof Submission.SubmissionNotFoundError) return undefined
    throw error
  }
}
