import type { ChatState } from "@spec-wizard/client"
import type { Words } from "../words/wording.ts"
import { Visitor } from "./message.tsx"

type Info = ChatState["pending"][number]
type Props = { words: Words; state: ChatState; index: number; message: Info; onTakeBack: () => void }

/** What was sent and has not arrived yet, with what it is waiting for. */
export function PendingMessage({ words, state, index, message, onTakeBack }: Props) {
  const refused = isRefused(message)
  return (
    <Visitor words={words} text={message.text} note={refused ? refusal(words, message) : note(words, state, index)}>
      {refused && (
        <button type="button" class="button" onClick={onTakeBack}>
          {words.takeBack}
        </button>
      )}
    </Visitor>
  )
}

/** With these it is sent again by itself. */
const passing = ["turn.active", "rate.limited", "unavailable", "gateway", "internal"]
const isRefused = ({ problem }: Info) => problem !== undefined && !passing.includes(problem.code)

const refusal = ({ ownKey, pending }: Words, { problem }: Info) =>
  problem?.code === "key.gone" ? ownKey.gone : pending.refused

function note(words: Words, { connection, turn, noting, pending, problem }: ChatState, index: number): string {
  if (connection === "closed") return words.pending.refused
  if (connection === "offline" || connection === "reconnecting") return words.pending.offline
  if (turn || index > 0) return words.pending.afterReply
  if (noting) return words.pending.afterNotes
  return problem || pending[index]?.problem ? words.connection.waiting : words.pending.sending
}
