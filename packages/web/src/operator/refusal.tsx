import type { Problem } from "@spec-wizard/client"
import { Failure } from "../call/failure.tsx"
import { operatorWords as words } from "../words/operator.ts"

/** These mean the same everywhere on the page. */
const GENERAL = new Set(["offline", "unavailable", "internal", "answer.invalid"])

/** Why it did not work: in the page's words where it has some, else in the server's, which are English and plain. */
export function Refusal({ problem, id }: { problem: Problem | undefined; id?: string }) {
  const own: Record<string, string> = { ...words.refused }
  if (problem?.detail && !GENERAL.has(problem.code)) own[problem.code] ??= problem.detail
  return <Failure problem={problem} own={own} {...(id && { id })} />
}
