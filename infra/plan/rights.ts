import type { Plan, Resource } from "./plan.ts"
import { type Statement, statements } from "./rules/policy.ts"
import { at, text } from "./rules/rule.ts"

/** What the policies that are planned for a function's role let it do, in short words: `table Table: GetItem, Query`, `starts Reply`. */
export function rightsOf(plan: Plan, fn: Resource): string[] {
  const role = plan.resources.find(({ arn }) => arn !== undefined && arn === text(fn.inputs, "role"))
  if (!role) return [`whatever ${text(fn.inputs, "role") || "nobody"} may`]
  const managed = at(role.inputs, "managedPolicyArns")
  const rights = [
    ...statements(plan)
      .filter(({ where, kind, effect }) => where === role.name && kind === "identity" && effect === "Allow")
      .flatMap((statement) => inWords(plan, statement, text(fn.inputs, "loggingConfig.logGroup"))),
    ...(Array.isArray(managed) ? managed.map((arn) => `AWS's ${String(arn).split("/").at(-1)}`) : []),
  ]
  return [...new Set(rights)]
}

/** `ownLog`: the name of the log group it writes to. */
function inWords(plan: Plan, { actions, resources, isInverted }: Statement, ownLog: string): string[] {
  if (isInverted || actions.some((action) => action.includes("*")))
    return [`${isInverted ? "all but " : ""}${actions.join(", ")} on ${resources.join(", ")}`]
  const verbs = actions.map((action) => action.split(":")[1]).join(", ")
  return resources.map((resource) => {
    const service = actions[0]?.split(":")[0]
    switch (service) {
      case "execute-api":
        return CONNECTIONS[resource.split("/").at(-3) ?? ""] ?? `${verbs} on ${resource}`
      case "kms":
        return `uses ${named(plan, resource)}`
      case "lambda":
        return verbs === "InvokeFunction" ? `starts ${named(plan, resource)}` : `${named(plan, resource)}: ${verbs}`
      case "logs":
        return ownLog !== "" && resource.includes(`:${ownLog}:`) ? "writes its log" : `${verbs} on ${resource}`
      case "xray":
        return "traces"
      default:
        return `${named(plan, resource)}: ${verbs}`
    }
  })
}

/** By the method in `arn:aws:execute-api:…:<api>/<stage>/POST/@connections/*`. */
const CONNECTIONS: Record<string, string> = { POST: "posts", DELETE: "closes", "*": "posts and closes" }

/** Whose ARN it is, or begins with: an index's and a stream's begin with their table's. */
export function named(plan: Plan, arn: string): string {
  // An alias goes by the name of its function.
  const owners = plan.resources.filter(({ type }) => type !== "aws:lambda/alias:Alias")
  const owner = owners.find((one) => one.arn && (arn === one.arn || /^[/:]/.test(after(one.arn, arn))))
  if (!owner) return arn
  if (arn.includes("/index/")) return `${label(owner)}'s index`
  return arn.includes("/stream/") ? `${label(owner)}'s stream` : label(owner)
}

const after = (start: string, text: string) => (text.startsWith(start) ? text.slice(start.length) : "")

/** A component's name for what it is made of: `Table` for `TableTable`. */
export const label = ({ parent, name }: Resource): string => parent?.split("::").at(-1) ?? name
