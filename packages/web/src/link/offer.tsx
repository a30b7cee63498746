import type { Api } from "@spec-wizard/client"
import { Failure } from "../call/failure.tsx"
import { Progress } from "../call/progress.tsx"
import { useCall } from "../call/use-call.ts"
import { problemOf } from "../problem.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { findOpened, rememberOpened } from "./opened.ts"
import { forgetToken } from "./token.ts"
import { enter } from "./wanted.ts"

export type Refusal = "other-browser" | "used"

type Props = { api: Api; token: string; onRefused: (why: Refusal) => void }

/** One button between the mail's link and the conversation: who follows links by machine does not press it. */
export function Offer({ api, token, onRefused }: Props) {
  const words = keepingWords()
  const call = useCall()
  const open = async () => {
    try {
      const { session } = await api.links.redeem({ token })
      rememberOpened(token, session)
      forgetToken()
      await enter(api, session)
    } catch (cause) {
      const why = refusals[problemOf(cause).code]
      if (!why) throw cause
      const opened = why === "used" ? await findOpened(api, token) : undefined
      if (why === "used") forgetToken()
      if (opened) await enter(api, opened)
      else onRefused(why)
    }
  }
  return (
    <>
      <p>{words.link.lead}</p>
      <p>
        <button type="button" class="button primary" onClick={() => call.run(open)}>
          {words.link.open}
        </button>
      </p>
      <Failure problem={call.problem} />
      <Progress call={call} words={words.moment} />
      <p class="quiet-text">{words.link.once}</p>
    </>
  )
}

const refusals: Partial<Record<string, Refusal>> = {
  "link.other_browser": "other-browser",
  "link.invalid": "used",
  "body.invalid": "used",
}
