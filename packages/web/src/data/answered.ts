import type { ChatEvents } from "@spec-wizard/client"

export type TurnEnd = Pick<ChatEvents["turn.completed"], "model" | "usage">

/** `costUsd` is missing when it is not known of every answer. */
export type Answered = { companies: string[]; tokens: number; costUsd?: number }

/** Which companies answered, and what that took. The guided interviewer is no company and costs nothing. */
export function answeredBy(turns: readonly TurnEnd[]): Answered {
  const theirs = turns.filter(({ model }) => companiesIn(model).length > 0)
  const costs = theirs.flatMap(({ usage }) => usage.costUsd ?? [])
  return {
    companies: [...new Set(theirs.flatMap(({ model }) => companiesIn(model)))],
    tokens: sum(theirs.map(({ usage }) => usage.inputTokens + usage.outputTokens)),
    ...(theirs.length > 0 && costs.length === theirs.length && { costUsd: sum(costs) }),
  }
}

/** `anthropic/small+anthropic/large`: two stages. */
const companiesIn = (model: string) => [...model.matchAll(/(?:^|\+)([a-z-]+)\//g)].map(([, company = ""]) => company)

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
