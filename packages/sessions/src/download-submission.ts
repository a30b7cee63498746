import * as Submission from "@spec-wizard/core/submission"
import { deps } from "./deps.ts"
import { referenceOf } from "./get-submission.ts"
import { onOperator } from "./middleware.ts"
import { toDownload } from "./to-download.ts"

export const handler = onOperator(deps, async (event) =>
  toDownload(deps, event, await Submission.fileOf(deps, referenceOf(event))),
)
