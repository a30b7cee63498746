import type { Beginner } from "@spec-wizard/core/access/create-session"
import * as Device from "@spec-wizard/core/device"
import * as Limit from "@spec-wizard/core/limit"
import type * as Http from "@spec-wizard/core/protocol/http"
import * as Session from "@spec-wizard/core/session"
import { recognise, tellToken, toCookie } from "./credential.ts"
import { deps } from "./deps.ts"
import { deviceName } from "./device-name.ts"
import type { Answer, HttpEvent } from "./http-event.ts"

/** Needs no account. A device that shows a valid credential is granted the session that `create` makes; any other becomes a new device. */
export async function beginSession(event: HttpEvent, create: (by: Beginner) => Promise<Session.Head>): Promise<Answer> {
  await Limit.take(deps, "session-ip", Limit.network(event.requestContext.http.sourceIp))
  const known = await recognise(deps, event)
  const fresh = known ? undefined : Device.create(deps, deviceName(event))
  const by = fresh ?? known
  if (!by) throw new Error("neither a known nor a new device")
  const head = await create({ device: by.device, writes: fresh?.writes })
  const body: Http.SessionCreated = { session: Session.toInfo(head), ...tellToken(deps, event, by.token) }
  return { status: 201, body, ...(fresh && { cookies: [toCookie(deps, fresh.token)] }) }
}
