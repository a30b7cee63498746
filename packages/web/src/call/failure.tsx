import type { Problem } from "@spec-wizard/client"
import { useCountdown } from "../countdown.ts"
import type { KeepingWords } from "../words/keeping/wording.ts"
import { keepingWords } from "../words/keeping/words.ts"

type Props = { problem: Problem | undefined; own?: Partial<Record<string, string>>; id?: string }

/** Why it did not work, in the page's words. `own`: by code, where the place knows better what it means. */
export function Failure({ problem, own = {}, id }: Props) {
  const words = keepingWords()
  const when = useCountdown(problem)
  if (!problem) return null
  return (
    <div class="failure" id={id}>
      <p role="alert">{own[problem.code] ?? sentence(problem, words)}</p>
      {when && <p>{words.failure.again(when)}</p>}
    </div>
  )
}

function sentence({ code, requestId }: Problem, { failure }: KeepingWords): string {
  const known = reasons[code]
  return known ? failure[known] : failure.other(requestId ?? code)
}

const reasons: Partial<
  Record<string, "address" | "link" | "limited" | "cookies" | "offline" | "unavailable" | "gone">
> = {
  "body.invalid": "address",
  "link.invalid": "link",
  "rate.limited": "limited",
  "cookies.blocked": "cookies",
  offline: "offline",
  unavailable: "unavailable",
  "session.not_found": "gone",
  "token.refused": "gone",
  "auth.required": "gone",
}
