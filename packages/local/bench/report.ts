import type { Line, Row } from "./row.ts"

export type Result = { row: Row; lines: Line[] }

const HEADERS = ["", "measured", "floor", "ratio", "budget", "verdict"]

const cells = ({ what, measured, floor, ratio, budget, met }: Line): string[] => [
  what,
  measured,
  floor ?? "",
  ratio === undefined ? "" : ratio < 0.01 ? ratio.toFixed(5) : ratio.toFixed(ratio < 0.1 ? 4 : 2),
  budget ?? "",
  met === undefined ? "" : met ? "met" : "MISSED",
]

/** For the terminal: columns as wide as what stands in them. */
export function plain({ row, lines }: Result): string {
  const rows = [HEADERS, ...lines.map(cells)]
  const widths = HEADERS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const text = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  )
  return `${row.title}\n${text.map((line) => `  ${line}`).join("\n")}\n`
}

/** For `bench/RESULTS.md`. */
export function markdown(results: readonly Result[], machine: string, notYet: readonly string[]): string {
  const missed = results.flatMap(({ lines }) => lines.filter((line) => line.met === false)).length
  return `# Benchmark results

Written by \`pnpm bench\`. Each line is measured against its floor in the same run, the two taking turns: read the ratios, for absolute
figures are those of one machine. In brackets the lowest and the highest run. Lines without a budget are there for information.

${machine}

${missed === 0 ? "Every budget is met." : `Budgets missed: ${missed}.`}
${results.map(section).join("")}
## Not measured yet

${notYet.map((line) => `- ${line}`).join("\n")}
`
}

const section = ({ row, lines }: Result) => `
## ${row.title}

${row.how}

${[HEADERS, HEADERS.map(() => "---"), ...lines.map(cells)].map((row) => `| ${row.join(" | ")} |`).join("\n")}
`
