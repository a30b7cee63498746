import type { Settings } from "../settings.ts"
import { known } from "./price.ts"
import { leastOfTurn } from "./turn.ts"

/**
 * A model without a price cannot be held to a budget, and one that no budget has room for would send every visitor to the guided interviewer:
 * for whoever starts or plans a deployment.
 * @throws {Error} with one line
 */
export function assertAffordable({ model, budget }: Pick<Settings, "model" | "budget">): void {
  if (!model) return
  const { provider, name, draft, price } = model
  if (!price && [name, draft].some((one) => !known(provider, one)))
    throw new Error(
      "Setting MODEL_PRICE is missing: what this model costs is not known here, and budgets count money. See .env.example.",
    )
  const least = leastOfTurn(model)
  const [setting] = Object.entries(CAPS).find(([, cap]) => budget[cap] < least) ?? []
  if (setting)
    throw new Error(
      `Setting ${setting} is not usable: one message to this model may cost ${(least / 1_000_000).toFixed(2)} USD. See .env.example.`,
    )
}

const CAPS = {
  BUDGET_TURN_USD: "turn",
  BUDGET_SESSION_USD: "session",
  BUDGET_IP_DAY_USD: "ipDay",
  BUDGET_DAY_USD: "stageDay",
} as const satisfies Record<string, keyof Settings["budget"]>
