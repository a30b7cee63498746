import type { IncomingMessage, ServerResponse } from "node:http"
import { iso } from "@spec-wizard/core/clock"
import * as z from "zod/mini"
import type { MovableClock } from "../clock.ts"
import { readBody } from "./body.ts"
import { problem } from "./http.ts"
import * as respond from "./respond.ts"

const TEN_YEARS_MS = 10 * 365 * 24 * 3_600_000

const Move = z.strictObject({ advanceMs: z.int().check(z.gte(1), z.lte(TEN_YEARS_MS)) })

/** `/_local/clock`: GET tells the time the handlers see, POST `{ advanceMs }` moves it forward. It never goes back. */
export async function serveClock(
  clock: MovableClock,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === "POST") {
    const move = Move.safeParse(parse(await readBody(request, 1_024)))
    if (!move.success) return problem(response, 400, "clock.invalid", "Send { advanceMs }, a positive whole number.")
    clock.advance(move.data.advanceMs)
  } else if (request.method !== "GET") return problem(response, 405, "method.not_allowed", "Use GET or POST.")
  respond.json(response, 200, { now: iso(Date.now()), offsetMs: clock.offsetMs() })
}

function parse(body: Buffer | undefined): unknown {
  try {
    return JSON.parse(body?.toString("utf8") ?? "")
  } catch {
    return undefined
  }
}
