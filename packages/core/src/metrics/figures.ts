import type { Figure } from "../log.ts"
import { added } from "./change.ts"
import type { Counted } from "./count.ts"
import type { Sums } from "./item.ts"

/** What a batch came to, for CloudWatch. Undefined when it came to nothing. */
export function figuresOf({ tallies, unreadable }: Counted): Record<string, Figure> | undefined {
  if (tallies.length === 0 && unreadable === 0) return undefined
  const sums = tallies.reduce<Sums>((total, { sums }) => added(total, sums), {})
  const count = (name: keyof Sums): Figure => ({ unit: "Count", value: sums[name] ?? 0 })
  const durations = tallies.flatMap(({ sums }) => (sums.submissions ? [sums.submittedSeconds ?? 0] : []))
  return {
    Sessions: count("sessions"),
    Messages: count("messages"),
    Replies: count("replies"),
    Failures: count("failures"),
    Submissions: count("submissions"),
    Exports: count("exports"),
    InputTokens: count("inputTokens"),
    OutputTokens: count("outputTokens"),
    CostUsd: { unit: "None", value: (sums.costMicroUsd ?? 0) / 1_000_000 },
    Uncounted: { unit: "Count", value: unreadable },
    // One value each, so that CloudWatch can tell the median.
    ...(durations.length > 0 && { Duration: { unit: "Seconds" as const, value: durations } }),
  }
}
