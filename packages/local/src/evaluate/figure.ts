/** What was counted: of a share its part and its whole, else one number, or all of which the median is wanted. */
export type Figure = readonly number[]

/** How figures of one sort add up, compare and print. */
type Measure = {
  add(figures: readonly Figure[]): Figure
  /** NaN for a share of nothing. */
  valueOf(figure: Figure): number
  print(figure: Figure): string
  /** Empty for what is no share, and for a share of nothing. */
  percent(figure: Figure): string
}

export type Metric = {
  head: string
  of: Measure
  /** Which way a threshold looks. */
  better: "more" | "less"
  means: string
}

/** Some figures of a run, and what to look at. */
export type Part<Name extends string> = { figures: Record<Name, Figure>; notes: string[] }

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const percent = ([part = 0, whole = 0]: Figure): string => (whole ? `${((100 * part) / whole).toFixed(1)}%` : "")

export const share: Measure = {
  add: (figures) => [0, 1].map((at) => sum(figures.map((figure) => figure[at] ?? 0))),
  valueOf: ([part = 0, whole = 0]) => part / whole,
  print: ([part, whole]) => (whole ? `${part}/${whole}` : "–"),
  percent,
}

export const percentage: Measure = { ...share, print: (figure) => percent(figure) || "–" }

export const count: Measure = {
  add: (figures) => [sum(figures.flat())],
  valueOf: ([number = 0]) => number,
  print: ([number]) => String(number),
  percent: () => "",
}

export const most: Measure = { ...count, add: (figures) => [Math.max(0, ...figures.flat())] }

const middleOf = (figure: Figure): number => figure.toSorted((a, b) => a - b)[Math.floor(figure.length / 2)] ?? 0

export const median: Measure = {
  add: (figures) => figures.flat(),
  valueOf: middleOf,
  print: (figure) => String(middleOf(figure)),
  percent: () => "",
}

/** How many of them are so. */
export const shareOf = (answers: readonly boolean[]): Figure => [answers.filter(Boolean).length, answers.length]
