/** One line of a table: something measured, what it is held against, and whether the budget is met. */
export type Line = {
  what: string
  /** Median, with the spread of the runs in brackets. */
  measured: string
  /** The floor, measured in the same run. */
  floor?: string
  ratio?: number
  budget?: string
  /** Absent on lines that are there for information. */
  met?: boolean
}

export type Say = (progress: string) => void

/** One row of the budgets: `how` says how it is measured, in words that stand in the results. */
export type Row = { name: string; title: string; how: string; run(say: Say): Promise<Line[]> }
