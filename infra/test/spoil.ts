import type { Plan, Resource } from "../plan/plan.ts"
import { ofType } from "../plan/rules/rule.ts"

export function find(plan: Plan, name: string): Resource {
  const found = plan.resources.find((one) => one.name === name && one.custom)
  if (!found) throw new Error(`${name} is not planned: ${plan.resources.map((one) => one.name).join(", ")}`)
  return found
}

export function set(plan: Plan, name: string, input: string, value: unknown) {
  find(plan, name).inputs[input] = value
}

export function setIn(plan: Plan, name: string, input: string, field: string, value: unknown) {
  Object.assign(find(plan, name).inputs[input] as object, { [field]: value }) // what stands there is one
}

export function setWhere(plan: Plan, type: string, input: string, from: string, to: string) {
  for (const { inputs } of ofType(plan, type)) if (inputs[input] === from) inputs[input] = to
}

/** What SST gives a name that differs between stages. `start`: what it begins with. */
export function begun(plan: Plan, type: string, start: string): Resource {
  const found = ofType(plan, type).find(({ name }) => name.startsWith(start))
  if (!found) throw new Error(`no ${type} begins with ${start}`)
  return found
}

/** One more of a kind. */
export function copy(plan: Plan, name: string, inputs: Record<string, unknown>) {
  const original = find(plan, name)
  plan.resources.push({ ...original, name: `Other${name}`, inputs: { ...original.inputs, ...inputs } })
}

/** Rewrites the policy of a queue, a topic or a key. */
export function policy(plan: Plan, name: string, rewrite: (policy: string) => string) {
  set(plan, name, "policy", rewrite(String(find(plan, name).inputs["policy"])))
}

/** Rewrites a role's own policies. */
export function rights(plan: Plan, name: string, rewrite: (policy: string) => string) {
  const policies = find(plan, name).inputs["inlinePolicies"] as { policy: string }[] // as SST writes them
  for (const one of policies) one.policy = rewrite(one.policy)
}

export const environment = (plan: Plan, name: string) =>
  (find(plan, name).inputs["environment"] as { variables: Record<string, string> }).variables // AWS's shape

export function bundle(plan: Plan, name: string) {
  const found = plan.functions[name]
  if (!found) throw new Error(`${name} was not built`)
  return found
}

export const trust = (arn: string) =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Principal: { AWS: arn }, Action: "sts:AssumeRole" }] })
