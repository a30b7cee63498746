import * as Grant from "@spec-wizard/core/device/grant"
import * as Verified from "@spec-wizard/core/device/verified"
import * as Http from "@spec-wizard/core/protocol/http"
import * as Session from "@spec-wizard/core/session"
import * as SavedTo from "@spec-wizard/core/session/saved-to"
import { deps } from "./deps.ts"
import { onDevice, queryOf } from "./middleware.ts"

/** Newest first, by when they were begun. */
export const handler = onDevice(deps, async ({ event, credential: { device } }) => {
  const { after, limit } = queryOf(event, Http.SessionListQuery)
  const [granted, addresses] = await Promise.all([Grant.ofDevice(deps, device.id), Verified.addresses(deps, device.id)])
  const saved = await SavedTo.list(deps, addresses)
  const ids = [...new Set([...granted, ...saved.map(({ id }) => id)])].sort().reverse()
  const rest = after === undefined ? ids : ids.filter((id) => id < after)

  const sessions: Session.Info[] = []
  let seen = 0
  for (const id of rest) {
    if (sessions.length === limit) break
    seen++
    const head = await Session.find(deps, id)
    if (head) sessions.push(Session.toInfo(head))
  }
  const last = sessions.at(-1)?.id
  const body: Http.SessionList = { sessions, ...(last && seen < rest.length && { next: last }) }
  return { status: 200, body }
})
