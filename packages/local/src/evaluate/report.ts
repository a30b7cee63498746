import type { Threshold } from "./options.ts"
import type { Score } from "./score.ts"

const HEADERS = [
  "brief",
  "found",
  "quotes",
  "named",
  "questions",
  "repeated",
  "crowded",
  "readiness",
  "gaps",
  "lines",
  "stated+confirmed+document+inferred+default",
  "lint/line",
  "turns",
  "failed",
  "stood in",
  "tokens in+out",
  "cost",
  "seconds",
]

/** A row for each brief and one for the means, as wide as what stands in them. Below, what a reader would look for next. */
export function table(scores: readonly Score[]): string {
  const rows = [HEADERS, ...scores.map(cells), means(scores)]
  const widths = HEADERS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  )
  return [...lines, "", ...scores.flatMap(remarks)].join("\n").trimEnd()
}

const cells = (score: Score): string[] => [
  score.brief,
  score.found.toFixed(2),
  `${score.quotes.toFixed(2)} of ${score.quoted}`,
  score.named.toFixed(2),
  String(score.questions),
  String(score.repeated.length),
  String(score.crowded),
  score.readiness,
  String(score.gaps.length),
  String(score.lines),
  Object.values(score.evidence).join("+"),
  (score.lines === 0 ? 0 : score.findings / score.lines).toFixed(2),
  String(score.turns),
  String(score.failed),
  String(score.stoodIn),
  `${score.inputTokens}+${score.outputTokens}`,
  score.costUsd === undefined ? "unknown" : `$${score.costUsd.toFixed(4)}`,
  score.seconds.toFixed(1),
]

const means = (scores: readonly Score[]): string[] => [
  "mean",
  ...(["found", "quotes", "named"] as const).map((share) => mean(scores, share).toFixed(2)),
]

const remarks = ({ brief, missed, unnamed, repeated, misquoted }: Score): string[] => [
  ...misquoted.map((line) => `${brief}: ${line} quotes what the visitor did not say`),
  ...missed.map((name) => `${brief}: not found: ${name}`),
  ...unnamed.map((name) => `${brief}: contradiction not named: ${name}`),
  ...repeated.map((question) => `${brief}: asked again: ${question.replace(/\s+/g, " ")}`),
]

const mean = (scores: readonly Score[], share: Threshold["share"]): number =>
  scores.reduce((total, score) => total + score[share], 0) / scores.length

/** Why the evaluation fails, a sentence each. */
export function failures(scores: readonly Score[], thresholds: readonly Threshold[]): string[] {
  const low = thresholds.filter(({ share, least }) => mean(scores, share) < least)
  return [
    ...scores.flatMap(({ brief, quotes, failed, stoodIn }) => [
      ...(quotes < 1 ? [`${brief}: a quote is not what the visitor said.`] : []),
      ...(failed > 0 ? [`${brief}: a turn failed.`] : []),
      ...(stoodIn > 0 ? [`${brief}: the model did not answer, and was stood in for.`] : []),
    ]),
    ...low.map(({ share, least }) => `${share} is ${mean(scores, share).toFixed(2)}, which is below ${least}.`),
  ]
}
