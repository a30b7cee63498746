import path from "node:path"
import { ROOT } from "../bundle/bundle.ts"

/** What went wrong, and in which line of ours, for people: no stack of SST's and Pulumi's. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return `the configuration threw ${String(error)}`
  const place = placeOf(error.stack ?? "")
  return place ? `${error.message.trim()}\n  at ${place}` : error.message.trim()
}

/** The first frame in the project's own files: `infra/chat.ts:12:5`. */
function placeOf(stack: string): string | undefined {
  for (const [, file = ""] of stack.matchAll(/(?:\(|at )(?:file:\/\/)?(\/[^()\n]+:\d+:\d+)/g)) {
    const inside = path.relative(ROOT, file)
    if (!/^(\.\.|\.sst|node_modules|infra\/plan)/.test(inside)) return inside
  }
  return undefined
}
