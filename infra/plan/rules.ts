import type { Plan } from "./plan.ts"
import { access } from "./rules/access.ts"
import { encryption } from "./rules/encryption.ts"
import { functionRules } from "./rules/function.ts"
import { network } from "./rules/network.ts"
import { permissions } from "./rules/permissions.ts"
import { retention } from "./rules/retention.ts"
import type { Fault, Rule } from "./rules/rule.ts"

export type Finding = Fault & { promise: string }

const resolved: Rule = {
  promise: "every input is what was meant",
  *faults(plan) {
    for (const { urn, path, value } of plan.suspicious)
      yield { where: urn.split("::").at(-1) ?? urn, what: `${path} is ${value}` }
  },
}

export const all: Rule[] = [
  ...encryption,
  ...retention,
  ...access,
  ...network,
  ...permissions,
  ...functionRules,
  resolved,
]

/** What the plan promises and does not keep. */
export const broken = (plan: Plan): Finding[] =>
  all.flatMap(({ promise, faults }) => [...faults(plan)].map((fault) => ({ promise, ...fault })))
