import { assertAffordable } from "@spec-wizard/core/budget/afford"
import * as Settings from "@spec-wizard/core/settings"
import type { Plan } from "./plan.ts"
import { at, ofType } from "./rules/rule.ts"

/** Why what the worker is told about models would not be taken by it, or could never be paid: one line, or nothing. */
export function unanswerable(plan: Plan): string | undefined {
  const worker = ofType(plan, "aws:lambda/function:Function").find(({ name }) => name === "ReplyFunction")
  const settings: Record<string, string> = Object(at(worker?.inputs ?? {}, "environment.variables"))
  const told = Object.entries(settings).filter(([name]) => /^(MODEL|BUDGET)(_|$)/.test(name))
  try {
    assertAffordable(Settings.parse({ ...Object.fromEntries(told), AWS_REGION: plan.region }))
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
