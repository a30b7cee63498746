import type { Plan, Resource } from "../plan.ts"

/** What is wrong, in a sentence that fits behind the resource's name. */
export type Fault = { where: string; what: string }

/** A promise about everything that is deployed, and whatever breaks it. */
export type Rule = { promise: string; faults(plan: Plan): Iterable<Fault> }

export const ofType = (plan: Plan, type: string): Resource[] => plan.resources.filter((one) => one.type === type)

/** Inputs are JSON whose shapes are AWS's; anything on the way may be missing. `path`: `serverSideEncryption.kmsKeyArn`. */
export function at(from: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => {
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined
  }, from)
}

export function list(from: unknown, path: string): unknown[] {
  const found = at(from, path)
  return Array.isArray(found) ? found : []
}

export const text = (from: unknown, path: string): string => String(at(from, path) ?? "")

/** A rule about each resource of a type: sentences, or false where there is nothing to say. */
export const every = (
  promise: string,
  type: string,
  wrong: (resource: Resource, plan: Plan) => Iterable<string | false>,
): Rule => ({
  promise,
  *faults(plan) {
    for (const resource of ofType(plan, type))
      for (const what of wrong(resource, plan)) if (what) yield { where: resource.name, what }
  },
})

/** Stages that people rely on; all others come and go. */
export const isProduction = (plan: Plan) => plan.stage === "production"
