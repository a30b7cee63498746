import type { Product } from "./product.ts"

/** The model whose turns these are says so in each; the guided interviewer is named thus. */
const GUIDED = "guided"

/** What the turns took, as a line, and what spoils the figures, a sentence each. */
export function spending({ ends, asksModel }: Pick<Product, "ends" | "asksModel">): { line: string; faults: string[] } {
  const completed = ends.filter((end) => end.type === "turn.completed")
  const byGuided = completed.filter(({ model }) => model === GUIDED).length
  const stoodIn = (asksModel ?? byGuided < completed.length) ? byGuided : 0
  const failed = ends.length - completed.length
  const costs = completed.map(({ usage }) => usage.costUsd)
  const cost = costs.every((one) => one !== undefined) ? `$${sum(costs).toFixed(4)}` : "unknown cost"
  const tokens = [
    sum(completed.map(({ usage }) => usage.inputTokens)),
    sum(completed.map(({ usage }) => usage.outputTokens)),
  ]
  return {
    line: `${ends.length} turns, ${tokens.join("+")} tokens, ${cost}`,
    faults: [
      ...(failed > 0 ? [`turns that did not end well: ${failed}`] : []),
      ...(stoodIn > 0 ? [`turns the guided interviewer answered in place of the model: ${stoodIn}`] : []),
    ],
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
