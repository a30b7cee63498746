import type * as Http from "@spec-wizard/core/protocol/http"
import manifest from "../package.json" with { type: "json" }
import { deps } from "./deps.ts"
import { onRequest } from "./middleware.ts"

/** Reads an item that need not exist: what counts is that the table answers. */
export const handler = onRequest(async () => {
  const table = await deps.table.get({ pk: "health", sk: "health" }).then(
    () => "ok" as const,
    () => "failing" as const,
  )
  const body: Http.Health = { status: table, version: manifest.version, checks: { table } }
  return table === "ok" ? { status: 200, body } : { status: 503, body, headers: { "retry-after": "5" } }
})
