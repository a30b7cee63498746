import { iso } from "@spec-wizard/core/clock"
import type * as Http from "@spec-wizard/core/protocol/http"
import { ConditionFailedError } from "@spec-wizard/core/table"
import manifest from "../package.json" with { type: "json" }
import { deps } from "./deps.ts"
import { onRequest } from "./middleware.ts"

const KEY = { pk: "health", sk: "health" }
/** So long a write counts for all who ask: anybody may, and a write costs more than a read. */
const FRESH_MS = 10_000

/** Reads keys that are not shown, and writes an item that nobody needs: what counts is that both are done. */
export const handler = onRequest(async () => {
  const [table, secrets] = await Promise.all([checked(written()), checked(deps.keyRing.keys("link"))])
  const checks = { table, secrets }
  const isWell = Object.values(checks).every((check) => check === "ok")
  const body: Http.Health = { status: isWell ? "ok" : "failing", version: manifest.version, checks }
  return isWell ? { status: 200, body } : { status: 503, body, headers: { "retry-after": "5" } }
})

/** A table may answer and take nothing any more, as one on a full disk. */
async function written(): Promise<void> {
  const now = deps.clock.now()
  const seen = String((await deps.table.get(KEY))?.["writtenAt"])
  const age = now - Date.parse(seen)
  if (age >= 0 && age < FRESH_MS) return
  const unseen = { if: "attribute_not_exists(#pk) OR #writtenAt = :seen", values: { seen } }
  await deps.table.put({ ...KEY, writtenAt: iso(now) }, unseen).catch((error: unknown) => {
    if (!(error instanceof ConditionFailedError)) throw error // somebody else wrote just now
  })
}

const checked = (answer: Promise<unknown>) =>
  answer.then(
    () => "ok" as const,
    () => "failing" as const,
  )
