import type { Api } from "@spec-wizard/client"
import type { VNode } from "preact"
import { useEffect, useState } from "preact/hooks"
import { Failure } from "../call/failure.tsx"
import { Progress } from "../call/progress.tsx"
import { useCall } from "../call/use-call.ts"
import { Dialog } from "../dialog/dialog.tsx"
import type { SessionId } from "../session.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { Device, type DeviceInfo } from "./device.tsx"
import { Leaving } from "./leaving.tsx"

type Props = {
  api: Api
  sessionId: SessionId
  onClose: () => void
  onLeave: (page: VNode) => void
}

/** Where the conversation can be opened, and the end of that. */
export function DevicesDialog({ api, sessionId, onClose, onLeave }: Props) {
  const { devices: words, moment } = keepingWords()
  const call = useCall()
  const [devices, setDevices] = useState<readonly DeviceInfo[]>([])
  useEffect(() => void call.run(async () => setDevices((await api.sessions.devices(sessionId)).devices)), [])

  const signOut = async ({ id, current }: DeviceInfo) => {
    await api.sessions.revoke(sessionId, id)
    if (current) onLeave(<Leaving sessionId={sessionId} />)
    else setDevices(devices.filter((device) => device.id !== id))
  }
  return (
    <Dialog name="devices" heading={words.heading} onClose={onClose}>
      <p>{words.lead}</p>
      <Failure problem={call.problem} />
      <Progress call={call} words={moment} />
      <ul class="rows">
        {devices.toSorted(byUse).map((device) => (
          <Device key={device.id} device={device} onSignOut={() => signOut(device)} />
        ))}
      </ul>
    </Dialog>
  )
}

/** This one, then the last used. */
const byUse = (a: DeviceInfo, b: DeviceInfo) =>
  Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt)
