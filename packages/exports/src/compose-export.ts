import { deliverable } from "@spec-wizard/core/address"
import * as Export from "@spec-wizard/core/export"
import type { Of } from "@spec-wizard/core/export/advance"
import { alive } from "./alive.ts"
import type { Composed } from "./composed.ts"
import type { Post } from "./deps.ts"
import { siteOf } from "./site.ts"

/** Mailboxes take some 10 MB, of which a third goes to the way a mail writes bytes. */
const MAX_ATTACHED_BYTES = 7_000_000

/** Undefined when it is gone with its session. */
export async function composeExport(deps: Post, { sessionId, exportId }: Of): Promise<Composed | undefined> {
  const session = await alive(deps, sessionId)
  const stored = await found(deps, { sessionId, exportId })
  if (!session || !stored?.email || !stored.address || !stored.file) return undefined
  const { email, address, file, sizeBytes = 0 } = stored
  const isAttached = sizeBytes <= MAX_ATTACHED_BYTES
  const bytes = isAttached ? await deps.files.get(file) : undefined
  return {
    to: deliverable(email),
    address,
    locale: session.locale,
    letter: { kind: "export", url: `${siteOf(deps)}/s/${sessionId}`, title: session.title, isAttached },
    ...(bytes && { attachments: [{ filename: "specification.pdf", contentType: "application/pdf", bytes }] }),
  }
}

async function found(deps: Post, { sessionId, exportId }: Of): Promise<Export.Stored | undefined> {
  try {
    return await Export.get(deps, sessionId, exportId)
  } catch (error) {
    if (error instanceof Export.ExportNotFoundError) return undefined
    throw error
  }
}
