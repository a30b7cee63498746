import type { Missing } from "../../protocol/readiness.ts"
import type { Wording } from "../wording.ts"

/** What is missing, each question once, with the lines it is about. */
export function gaps(missing: readonly Missing[], { gaps }: Wording): { question: string; lines: string[] }[] {
  const lines = new Map<Missing["code"], string[]>()
  for (const { code, line } of missing) lines.set(code, [...(lines.get(code) ?? []), ...(line ? [line] : [])])
  return [...lines].map(([code, ids]) => ({ question: gaps[code], lines: ids }))
}
