import type { Api } from "@spec-wizard/client"
import { useState } from "preact/hooks"
import { Failure } from "../call/failure.tsx"
import { useCall } from "../call/use-call.ts"
import type { SessionId } from "../session.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { download, fileName } from "./file.ts"

type Props = { api: Api; sessionId: SessionId; title: string; label: string }

/** All that is kept about the conversation, as a file, indented so that people can read it too. */
export function Download({ api, sessionId, title, label }: Props) {
  const { data } = keepingWords()
  const call = useCall()
  const [isDone, setDone] = useState(false)
  const press = async () => {
    setDone(false)
    const ok = await call.run(async () => {
      const archive = await api.sessions.archive(sessionId)
      download(fileName(title, new Date()), JSON.stringify(JSON.parse(archive), null, 2))
    })
    setDone(ok)
  }
  return (
    <>
      <div class="row">
        <button type="button" class="button" onClick={press}>
          {label}
        </button>
        <p class="progress" role="status">
          {call.slow ? data.preparing : isDone ? data.done : ""}
        </p>
      </div>
      <Failure problem={call.problem} />
    </>
  )
}
