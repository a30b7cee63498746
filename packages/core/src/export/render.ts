import { isSuppressed } from "../address/suppression.ts"
import type { Input } from "../document/format/input.ts"
import * as Outbox from "../outbox/outbox.ts"
import type { Document } from "../protocol/document.ts"
import type * as Export from "../protocol/export.ts"
import * as Session from "../session/session.ts"
import { about } from "../specification/about.ts"
import * as Specification from "../specification/specification.ts"
import { advance, type Deps, type Of } from "./advance.ts"
import { fail as failWaiting } from "./deliver.ts"
import { ExportNotFoundError } from "./error.ts"
import { get } from "./export.ts"
import type { Stored } from "./item.ts"
import * as Step from "./step.ts"

export type Job = { stored: Stored; document: Document; input: Input }

const isMade = ({ file }: Stored) => file !== undefined

/** From here on it is being made. Undefined when it is made already, or gone with its session. */
export async function take(deps: Deps, of: Of): Promise<Job | undefined> {
  try {
    const stored = await get(deps, of.sessionId, of.exportId)
    if (isMade(stored)) return undefined
    if (stored.status !== "rendering")
      await advance(deps, of, (now) => (isMade(now) ? undefined : Step.go(now, { status: "rendering" })))
    const head = await Session.find(deps, of.sessionId)
    if (!head) return undefined
    const [document, { patches, numbers }] = await Promise.all([
      Specification.load(deps, head, stored.version),
      Specification.history(deps, head),
    ])
    const { form, createdAt: at } = stored
    return { stored, document, input: about(head, document, { history: patches, numbers, at, form }) }
  } catch (error) {
    if (error instanceof ExportNotFoundError) return undefined
    throw error
  }
}

/**
 * It can be downloaded from here on. Its mail goes out in the same step, or waits until the address was opened. False when the session is
 * gone: then nothing may stay of the file.
 */
export async function finish(
  deps: Deps & { enqueue: Outbox.Enqueue },
  of: Of,
  made: { file: string; sizeBytes: number },
): Promise<boolean> {
  const { sessionId, exportId } = of
  const { entry, write } = Outbox.entry(deps, { kind: "exportMail", sessionId, exportId })
  let isMailed = false
  let address: string | undefined
  const outcome = await advance(deps, of, async (stored, head) => {
    if (isMade(stored)) return undefined
    address = stored.address
    const isHopeless = address !== undefined && (await isSuppressed(deps, address))
    isMailed = address !== undefined && address === head.address && !isHopeless
    const change = { status: "stored", ...made } as const
    if (isMailed) {
      const { events, writes } = Step.go(stored, { ...change, mailId: entry.id })
      return { events, writes: [...writes, write] }
    }
    if (address === undefined) return Step.go(stored, change)
    return Step.go(stored, change, isHopeless ? { status: "failed", error: "mail.bounced" } : { status: "unverified" })
  })
  if (outcome === "done") {
    if (isMailed) await Outbox.announce(deps, entry)
    // The link may have come back while the file was being stored, when nobody waited for it yet.
    else if (address !== undefined && (await isSuppressed(deps, address)))
      await failWaiting(deps, sessionId, address, "mail.bounced")
  }
  return outcome !== "gone"
}

/** Whoever waits is told that it cannot be made, or could not so often that it may never be. */
export async function fail(deps: Deps, of: Of, error: Export.Failure): Promise<void> {
  await advance(deps, of, (stored) =>
    isMade(stored) || stored.status === "failed" ? undefined : Step.go(stored, { status: "failed", error }),
  )
}
