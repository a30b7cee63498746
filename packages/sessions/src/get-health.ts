import type * as Http from "@spec-wizard/core/protocol/http"
import manifest from "../package.json" with { type: "json" }
import { deps } from "./deps.ts"
import { onRequest } from "./middleware.ts"

/** Reads an item that need not exist, and keys that are not shown: what counts is that both answer. */
export const handler = onRequest(async () => {
  const [table, secrets] = await Promise.all([
    checked(deps.table.get({ pk: "health", sk: "health" })),
    checked(deps.keyRing.keys("link")),
  ])
  const checks = { table, secrets }
  const isWell = Object.values(checks).every((check) => check === "ok")
  const body: Http.Health = { status: isWell ? "ok" : "failing", version: manifest.version, checks }
  return isWell ? { status: 200, body } : { status: 503, body, headers: { "retry-after": "5" } }
})

const checked = (answer: Promise<unknown>) =>
  answer.then(
    () => "ok" as const,
    () => "failing" as const,
  )
