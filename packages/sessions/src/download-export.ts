import * as Export from "@spec-wizard/core/export"
import { deps } from "./deps.ts"
import { exportOf } from "./export-of.ts"
import { onSession } from "./middleware.ts"
import { toDownload } from "./to-download.ts"

/** For whoever may see the session, whatever has become of the mail. */
export const handler = onSession(deps, async ({ event, session }) =>
  toDownload(deps, event, Export.fileOf(await exportOf(deps, event, session))),
)
