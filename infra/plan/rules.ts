import type { Plan } from "./plan.ts"
import { access } from "./rules/access.ts"
import { downloadRules } from "./rules/download.ts"
import { encryption } from "./rules/encryption.ts"
import { fileRules } from "./rules/file.ts"
import { functionRules } from "./rules/function.ts"
import { instances } from "./rules/instances.ts"
import { mailRules } from "./rules/mail.ts"
import { network } from "./rules/network.ts"
import { permissions } from "./rules/permissions.ts"
import { queueRules } from "./rules/queue.ts"
import { retention } from "./rules/retention.ts"
import { rights } from "./rules/rights.ts"
import type { Fault, Rule } from "./rules/rule.ts"
import { secretRules } from "./rules/secret.ts"
import { triggers } from "./rules/trigger.ts"

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
  ...rights,
  ...functionRules,
  ...instances,
  ...triggers,
  ...queueRules,
  ...mailRules,
  ...fileRules,
  ...downloadRules,
  ...secretRules,
  resolved,
]

/** What the plan promises and does not keep. */
export const broken = (plan: Plan): Finding[] =>
  all.flatMap(({ promise, faults }) => [...faults(plan)].map((fault) => ({ promise, ...fault })))
