import type { Api } from "@spec-wizard/client"
import { pathOf } from "../session.ts"
import { keep, recall } from "../storage.ts"

/** The session that a link has opened. */
export type Opened = Awaited<ReturnType<Api["links"]["redeem"]>>["session"]

/** As long as a link lives. */
const LIFETIME_MS = 600_000

/** A link without a session opens the latest one of its address; this browser came for another. */
export const want = (sessionId: string) => keep("wanted", `${sessionId} ${Date.now() + LIFETIME_MS}`)

/** Into the conversation that was come for: whoever has opened a link of an address may open all that is saved to it. */
export async function enter(api: Api, opened: Opened): Promise<void> {
  const [wanted, until] = (recall("wanted") ?? "").split(" ")
  keep("wanted", "")
  const isAsked = wanted && wanted !== opened.id && Number(until) > Date.now()
  location.replace(pathOf(isAsked && (await opens(api, wanted)) ? wanted : opened.id))
}

const opens = (api: Api, sessionId: string) =>
  api.sessions.get(sessionId).then(
    () => true,
    () => false,
  )
