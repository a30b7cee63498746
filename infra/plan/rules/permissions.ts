import type { Plan } from "../plan.ts"
import { type Statement, statements } from "./policy.ts"
import { at, list, ofType, type Rule, text } from "./rule.ts"

/** Wildcards that have to be, and why. */
const WILDCARDS: { why: string; matches(statement: Statement, plan: Plan): boolean }[] = [
  {
    why: "KMS's own default: who may use a key is decided by the account's policies; without it a key locks everybody out",
    matches: ({ type, actions, principals }) =>
      type === "aws:kms/key:Key" && actions.join() === "kms:*" && principals.every((one) => one.endsWith(":root")),
  },
  {
    why: "in a key's policy the resource is always this key",
    matches: ({ type, actions }) => type === "aws:kms/key:Key" && !actions.some((action) => action.includes("*")),
  },
  {
    why: "a denial may be as wide as it likes",
    matches: ({ effect }) => effect === "Deny",
  },
  {
    why: "X-Ray knows no narrower resource",
    matches: ({ actions }) => actions.every((action) => /^xray:Put(TraceSegments|TelemetryRecords)$/.test(action)),
  },
  {
    why: "SST's live debugging speaks AppSync Events and keeps what is too big for it in its own bucket",
    matches: ({ actions }, plan) => plan.dev && actions.every((action) => action === "appsync:*" || action === "s3:*"),
  },
]

/** Policies of AWS's own, and why. */
const MANAGED: Record<string, string> = {
  "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs":
    "one role in the account lets API Gateway write access logs; AWS asks for this policy",
}

export const permissions: Rule[] = [
  {
    promise: "no action and no resource is a wildcard without a reason",
    *faults(plan) {
      for (const statement of statements(plan)) {
        if (statement.kind === "trust") continue
        if (statement.isInverted) yield { where: statement.where, what: "allows all but something" }
        const wide = [
          ...statement.actions.filter((action) => action.includes("*")),
          ...statement.resources.filter((resource) => resource === "*"),
        ]
        const isExcused = WILDCARDS.some((one) => one.matches(statement, plan))
        if (wide.length > 0 && !isExcused)
          yield { where: statement.where, what: `${statement.actions.join(", ")} on ${statement.resources.join(", ")}` }
      }
    },
  },
  {
    promise: "no policy of AWS's own without a reason",
    *faults(plan) {
      for (const { name, inputs } of ofType(plan, "aws:iam/role:Role"))
        for (const arn of [...list(inputs, "managedPolicyArns"), at(inputs, "policyArn")])
          if (arn !== undefined && !(String(arn) in MANAGED)) yield { where: name, what: `has ${arn}` }
      for (const { name, inputs } of ofType(plan, "aws:iam/rolePolicyAttachment:RolePolicyAttachment"))
        if (!(text(inputs, "policyArn") in MANAGED))
          yield { where: name, what: `attaches ${text(inputs, "policyArn")}` }
    },
  },
  {
    promise: "roles are for services, never for the whole account",
    *faults(plan) {
      for (const { where, kind, effect, principals } of statements(plan)) {
        if (kind !== "trust" || effect !== "Allow") continue
        // Live debugging runs the function on the developer's machine, which takes its role.
        const allowed = (one: string) => one.startsWith("Service:") || (plan.dev && one.endsWith(":root"))
        const others = principals.filter((one) => !allowed(one))
        if (others.length > 0) yield { where, what: `is trusted to ${others.join(", ")}` }
      }
    },
  },
]
