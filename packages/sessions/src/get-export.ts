import * as Export from "@spec-wizard/core/export"
import type * as Http from "@spec-wizard/core/protocol/http"
import { deps } from "./deps.ts"
import { exportOf } from "./export-of.ts"
import { onSession } from "./middleware.ts"

export const handler = onSession(deps, async ({ event, session }) => {
  const body: Http.ExportAnswer = { export: Export.toInfo(await exportOf(deps, event, session)) }
  return { status: 200, body }
})
