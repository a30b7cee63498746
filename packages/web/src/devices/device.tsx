import type { Api } from "@spec-wizard/client"
import { useLayoutEffect, useRef, useState } from "preact/hooks"
import { Failure } from "../call/failure.tsx"
import { Progress } from "../call/progress.tsx"
import { useCall } from "../call/use-call.ts"
import { moment } from "../day.ts"
import { keepingWords } from "../words/keeping/words.ts"

export type DeviceInfo = Awaited<ReturnType<Api["sessions"]["devices"]>>["devices"][number]

/** A device, and the question before it is signed out. */
export function Device({ device, onSignOut }: { device: DeviceInfo; onSignOut: () => Promise<void> }) {
  const words = keepingWords()
  const { devices } = words
  const call = useCall()
  const [isAsking, setAsking] = useState<boolean>()
  const out = useRef<HTMLButtonElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (isAsking !== undefined) (isAsking ? cancel : out).current?.focus()
  }, [isAsking])
  const name = device.name || devices.unnamed
  return (
    <li class="row-item">
      <div class="row-head">
        <div>
          <p class="row-name">
            {name}
            {device.current && <span class="tag">{devices.current}</span>}
          </p>
          <p class="quiet-text">{devices.seen(moment(device.lastSeenAt))}</p>
        </div>
        {!isAsking && (
          <button
            ref={out}
            type="button"
            class="button"
            aria-label={devices.outIt(name)}
            onClick={() => setAsking(true)}
          >
            {devices.out}
          </button>
        )}
      </div>
      {isAsking && (
        <div class="question">
          <p>{device.current ? devices.sureHere : devices.sure(name)}</p>
          <div class="row">
            <button ref={cancel} type="button" class="button" onClick={() => setAsking(false)}>
              {words.cancel}
            </button>
            <button type="button" class="button danger" onClick={() => call.run(onSignOut)}>
              {devices.out}
            </button>
          </div>
          <Failure problem={call.problem} />
          <Progress call={call} words={words.moment} />
        </div>
      )}
    </li>
  )
}
