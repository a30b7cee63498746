import * as z from "zod/mini"
import type { Plan, Resource } from "../plan.ts"
import { at, list } from "./rule.ts"

const Words = z.pipe(
  z.union([z.string(), z.array(z.string())]),
  z.transform((words) => [words].flat()),
)

const Document = z.object({
  Statement: z.array(
    z.object({
      Effect: z._default(z.enum(["Allow", "Deny"]), "Allow"),
      Action: z.optional(Words),
      NotAction: z.optional(Words),
      Resource: z.optional(Words),
      NotResource: z.optional(Words),
      Principal: z.optional(z.union([z.string(), z.record(z.string(), Words)])),
      NotPrincipal: z.optional(z.unknown()),
      Condition: z.optional(z.record(z.string(), z.record(z.string(), Words))),
    }),
  ),
})

export type Statement = {
  where: string
  /** What a role may do; who may be a role; who may do what with a bucket, key, queue. */
  kind: "identity" | "trust" | "resource"
  type: string
  effect: "Allow" | "Deny"
  actions: string[]
  resources: string[]
  /** `AWS:arn:…`, `Service:lambda.amazonaws.com`, `*` */
  principals: string[]
  conditions: Condition[]
  /** `NotAction` and its like: the rest of the world. */
  isInverted: boolean
}

/** `{ test: "StringEquals", variable: "aws:SourceAccount", values: ["123456789012"] }` */
type Condition = { test: string; variable: string; values: string[] }

/** Every statement of every policy in the plan. @throws for a policy that is none */
export function statements(plan: Plan): Statement[] {
  return plan.resources.flatMap(({ name, type, inputs }) => [
    ...read(at(inputs, "assumeRolePolicy"), { where: name, type, kind: "trust" }),
    ...list(inputs, "inlinePolicies").flatMap((one) =>
      read(at(one, "policy"), { where: name, type, kind: "identity" }),
    ),
    ...read(at(inputs, "policy"), {
      where: name,
      type,
      kind: type.startsWith("aws:iam/") ? "identity" : "resource",
    }),
  ])
}

/** What a statement asks a variable to be; nothing when it does not ask. IAM does not mind the case of its name. */
export const asked = ({ conditions }: Statement, variable: string): string[] =>
  conditions
    .filter((one) => one.variable.toLowerCase() === variable.toLowerCase() && !/Not|IfExists/.test(one.test))
    .flatMap(({ values }) => values)

/** Whether one of these policies refuses, without TLS, all of the actions. */
export const refusesClear = (plan: Plan, policies: Resource[], actions: string[]): boolean =>
  statements(plan).some(
    (one) =>
      policies.some(({ name }) => name === one.where) &&
      one.effect === "Deny" &&
      one.principals.includes("*") &&
      actions.every((action) => one.actions.includes(action)) &&
      asked(one, "aws:SecureTransport").join() === "false",
  )

function read(json: unknown, from: Pick<Statement, "where" | "type" | "kind">): Statement[] {
  if (json === undefined || json === null) return []
  const document = Document.parse(typeof json === "string" ? JSON.parse(json) : json)
  return document.Statement.map((one) => ({
    ...from,
    effect: one.Effect,
    actions: one.Action ?? [],
    resources: one.Resource ?? [],
    principals: principalsOf(one.Principal),
    conditions: Object.entries(one.Condition ?? {}).flatMap(([test, variables]) =>
      Object.entries(variables).map(([variable, values]) => ({ test, variable, values })),
    ),
    isInverted: [one.NotAction, one.NotResource, one.NotPrincipal].some((part) => part !== undefined),
  }))
}

function principalsOf(principal: string | Record<string, string[]> | undefined): string[] {
  if (principal === undefined) return []
  if (typeof principal === "string") return [principal]
  return Object.entries(principal).flatMap(([type, ids]) => ids.map((id) => (id === "*" ? "*" : `${type}:${id}`)))
}
