import type { Figure } from "../log.ts"

export type Kind = "reply" | "verdict"

/** What one look came to, for CloudWatch. `savedMicroUsd` is what the answer cost when it was made. */
export function figuresOf(kind: Kind, found: { savedMicroUsd: number } | undefined): Record<string, Figure> {
  const name = kind === "reply" ? "ReplyCache" : "VerdictCache"
  const [hits, misses] = found ? [1, 0] : [0, 1]
  return {
    [`${name}Hits`]: { unit: "Count", value: hits },
    [`${name}Misses`]: { unit: "Count", value: misses },
    CacheSavedUsd: { unit: "None", value: (found?.savedMicroUsd ?? 0) / 1_000_000 },
  }
}
