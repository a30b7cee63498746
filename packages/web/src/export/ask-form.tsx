import { Failure } from "../call/failure.tsx"
import { Progress } from "../call/progress.tsx"
import { useCall } from "../call/use-call.ts"
import { AddressForm } from "../link/address-form.tsx"
import { exportWords } from "../words/export/words.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { Choices } from "./choices.tsx"
import type { Choice } from "./wish.ts"

type Props = {
  choice: Choice
  onChoose: (choice: Choice) => void
  /** Where the conversation is saved to, or where the last one was to go. */
  email: string
  /** Rejects when it was not asked for. */
  onAsk: (email?: string) => Promise<void>
}

/** What it is to be, and the two ways to get it. */
export function AskForm({ choice, onChoose, email, onAsk }: Props) {
  const words = exportWords()
  const { moment } = keepingWords()
  const download = useCall()
  const mail = useCall()
  return (
    <>
      <Choices choice={choice} onChoose={onChoose} />
      <button type="button" class="button primary" data-first onClick={() => download.run(() => onAsk())}>
        {words.download}
      </button>
      <Failure problem={download.problem} />
      <Progress call={download} words={moment} />
      <div class="apart">
        <h3>{words.mail}</h3>
        <AddressForm call={mail} send={words.send} email={email} onSend={(to) => mail.run(() => onAsk(to))} />
      </div>
    </>
  )
}
