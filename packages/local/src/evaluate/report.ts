import type { Figure, Metric } from "./figure.ts"

type Metrics<Name extends string> = Readonly<Record<Name, Metric>>
type Row<Name extends string> = { name: string; figures: Readonly<Record<Name, Figure>> }

const namesOf = <Name extends string>(metrics: Metrics<Name>): Name[] => Object.keys(metrics) as Name[] // no others are in it

export function total<Name extends string>(metrics: Metrics<Name>, rows: readonly Row<Name>[]): Record<Name, Figure> {
  const entries = namesOf(metrics).map((name) => [name, metrics[name].of.add(rows.map(({ figures }) => figures[name]))])
  return Object.fromEntries(entries) as Record<Name, Figure> // one entry a name
}

/** A row for each, and one that adds them up, as wide as what stands in them. */
export function table<Name extends string>(metrics: Metrics<Name>, of: string, rows: readonly Row<Name>[]): string {
  const names = namesOf(metrics)
  const sums = total(metrics, rows)
  const cells = [
    [of, ...names.map((name) => metrics[name].head)],
    ...[...rows, { name: "total", figures: sums }].map(({ name, figures }) => [
      name,
      ...names.map((metric) => metrics[metric].of.print(figures[metric])),
    ]),
    ["", ...names.map((name) => metrics[name].of.percent(sums[name]))],
  ]
  const widths = ["", ...names].map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  return cells.map((row) => row.map(pad).join("  ").trimEnd()).join("\n")
}

export const legend = <Name extends string>(metrics: Metrics<Name>): string =>
  namesOf(metrics)
    .map(
      (name) => `${metrics[name].head.padEnd(7)} ${name}: ${metrics[name].means} (${metrics[name].better} is better)`,
    )
    .join("\n")

export type Threshold<Name extends string = string> = { name: Name; limit: number }

/** Each threshold that is missed, as a line. A share of nothing misses none. */
export function misses<Name extends string>(
  metrics: Metrics<Name>,
  sums: Readonly<Record<Name, Figure>>,
  thresholds: readonly Threshold<Name>[],
): string[] {
  return thresholds.flatMap(({ name, limit }) => {
    const { of, better } = metrics[name]
    const value = of.valueOf(sums[name])
    if (Number.isNaN(value) || (better === "more" ? value >= limit : value <= limit)) return []
    return [`FAIL  ${name} ${Number(value.toFixed(3))}, wanted ${better === "more" ? "≥" : "≤"} ${limit}`]
  })
}
