import type * as Turn from "@spec-wizard/core/protocol/turn"
import type { Answer } from "./call.ts"
import { type ModelChoice, nameOf } from "./choice.ts"
import type { Request } from "./language-model.ts"

/** What a call was for. */
export type Stage = "answer" | "draft" | "revision" | "repair" | "screening"

/**
 * What one call to a provider used. `inputTokens` include those read from and written to the provider's cache. `isEstimated`: it ended
 * without telling, and the figures are counted from characters.
 */
export type Spent = {
  stage: Stage
  /** `anthropic/claude-…` */
  model: string
  inputTokens: number
  outputTokens: number
  cacheReadTokens: number
  cacheWriteTokens: number
  isEstimated: boolean
  /** `completed`, `stopped` by the visitor, or the code of its failure. */
  outcome: string
}

/** The most that one call can use. */
export type Most = { choice: ModelChoice; inputTokens: number; maxTokens: number }

/** Hears of every call before it is made and when it is over, the failed ones too, and is waited for. */
export type Meter = {
  /** There is still as much as that for a call that the turn could do without. */
  fits(most: Most): boolean
  /** What it throws keeps the call from being made. */
  begin(most: Most): Promise<void>
  end(call: Spent): Promise<void>
}

type Asked = Pick<Request, "prompt" | "tools">

const CHARACTERS_A_TOKEN = 4
const about = (text: string) => Math.ceil(text.length / CHARACTERS_A_TOKEN)

/** Fewer than tokens have in any language; most have about four, and so have those of our own English and JSON. */
const FEWEST_BYTES = { theirs: 2, ours: 3 }

/** The most tokens that are read of it. */
export function mostTokensOf({ prompt, tools }: Asked): number {
  const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? "")
  const theirs = bytes(prompt.filter(({ role }) => role !== "system"))
  const ours = bytes([prompt.filter(({ role }) => role === "system"), tools])
  return Math.ceil(theirs / FEWEST_BYTES.theirs + ours / FEWEST_BYTES.ours)
}

/** Of a call that is about to be made. */
export const mostOf = (choice: ModelChoice, asked: Asked, maxTokens: number): Most => ({
  choice,
  inputTokens: mostTokensOf(asked),
  maxTokens,
})

/** A call that was refused costs nothing; one that was broken off, or of which nobody knows, counts as if it had been read. */
export function spentOn(stage: Stage, choice: ModelChoice, asked: Asked, answer: Answer, outcome: string): Spent {
  const { inputTokens: input, outputTokens: output } = answer.tokens ?? {}
  const isRefused = !answer.hasBegun && outcome !== "stopped" && outcome !== "model.timeout"
  const said = answer.text + answer.tools.map((call) => call.input).join("")
  return {
    stage,
    model: nameOf(choice),
    inputTokens: input?.total ?? (isRefused ? 0 : about(JSON.stringify([asked.prompt, asked.tools]))),
    outputTokens: output?.total ?? about(said),
    cacheReadTokens: input?.cacheRead ?? 0,
    cacheWriteTokens: input?.cacheWrite ?? 0,
    isEstimated: !isRefused && (input?.total === undefined || output?.total === undefined),
    outcome,
  }
}

/** A turn's calls together. */
export function total(calls: readonly Spent[], costOf: ((call: Spent) => number | undefined) | undefined): Turn.Usage {
  const sum = (count: (call: Spent) => number) => calls.reduce((all, call) => all + count(call), 0)
  const costs = calls.map((call) => costOf?.(call))
  const isPriced = costs.length > 0 && costs.every((cost) => cost !== undefined)
  return {
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    ...(isPriced && { costUsd: costs.reduce((all: number, cost) => all + (cost ?? 0), 0) }),
  }
}
