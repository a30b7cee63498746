import * as Export from "@spec-wizard/core/export"
import type * as Session from "@spec-wizard/core/session"
import type { Deps } from "./deps.ts"
import type { HttpEvent } from "./http-event.ts"

/** The one in the path. @throws {ExportNotFoundError} */
export async function exportOf(deps: Deps, event: HttpEvent, session: Session.Head): Promise<Export.Stored> {
  const id = Export.ID.safeParse(event.pathParameters?.["exportId"])
  if (!id.success) throw new Export.ExportNotFoundError()
  return await Export.get(deps, session.id, id.data)
}
