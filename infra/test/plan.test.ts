import { beforeAll, describe, expect, test } from "vitest"
import { install, isInstalled } from "../plan/install.ts"
import { unanswerable } from "../plan/model.ts"
import { type Plan, plan } from "../plan/plan.ts"
import { statements } from "../plan/rules/policy.ts"
import { ofType } from "../plan/rules/rule.ts"
import { broken } from "../plan/rules.ts"
import { summary } from "../plan/summary.ts"
import { planned, WAYS, type Way } from "./planned.ts"
import { faults } from "./planted.ts"
import { fileFaults } from "./planted-file.ts"
import { mailFaults } from "./planted-mail.ts"
import { modelFaults } from "./planted-model.ts"
import { environment } from "./spoil.ts"

// CI has begun to install what is needed, and leaves nothing out.
if (process.env["CI"]) await install()

if (await isInstalled()) {
  let plans: Record<Way, Plan>
  beforeAll(async () => {
    plans = await planned()
  }, 600_000)

  test.each(WAYS)("every rule holds: %s", (way) => {
    expect(broken(plans[way])).toEqual([])
  })

  test("live debugging has the same routes as the stage it stands for", () => {
    const routes = (plan: Plan) => ofType(plan, "aws:apigatewayv2/route:Route").map(({ inputs }) => inputs["routeKey"])
    expect(routes(plans.live)).toEqual(routes(plans.dev))
    expect(routes(plans.dev)).toHaveLength(5)
  })

  test("a domain brings its certificate and its name, and the base of links with it", () => {
    const { resources } = plans["production with a domain, provisioned"]
    const types = resources.map(({ type }) => type)
    expect(types).toContain("aws:acm/certificate:Certificate")
    expect(JSON.stringify(resources)).toContain('"SITE_URL":"https://spec.example.com"')
  })

  test("mails come from the site's own domain; without one, from an address of the deployer's", () => {
    const identities = (way: Way) =>
      ofType(plans[way], "aws:sesv2/emailIdentity:EmailIdentity").map(({ inputs }) => inputs["emailIdentity"])
    const from = (way: Way) => environment(plans[way], "MailFunction")["MAIL_FROM"]
    expect(identities("production with a domain, provisioned")).toEqual(["spec.example.com"])
    expect(from("production with a domain, provisioned")).toBe("Spec Wizard <no-reply@spec.example.com>")
    expect(identities("staging")).toEqual(["ada@example.com"])
    expect(from("staging")).toBe("Ada <ada@example.com>")
  })

  test("who mails come from is said or made up, and the plan tells which", () => {
    expect(plans.dev.isSenderAssumed).toBe(true)
    expect(summary(plans.dev)).toContain("Who mails come from is an example here")
    for (const way of ["staging", "production with a domain, provisioned"] as const) {
      expect(plans[way].isSenderAssumed).toBe(false)
      expect(summary(plans[way])).not.toContain("Who mails come from")
    }
  })

  test("a sender that cannot be read stops the deployment with one line", async () => {
    const attempt = plan({ stage: "dev", env: { MAIL_FROM: "Ada" } })
    await expect(attempt).rejects.toThrow(/^MAIL_FROM is not usable: write it like .*\n {2}at infra\/sender\.ts/)
  })

  test("who owns it is said when deploying, or nobody does", () => {
    const owner = (way: Way) => {
      const { OWNER_EMAIL, OPERATOR_TOKEN_HASH } = environment(plans[way], "ApiFunction")
      return [OWNER_EMAIL, OPERATOR_TOKEN_HASH]
    }
    expect(owner("staging")).toEqual(["ada@example.com", "0".repeat(64)])
    expect(owner("production")).toEqual(["", ""])
  })

  test("a token in place of its hash stops the deployment with one line", async () => {
    const attempt = plan({ stage: "dev", env: { OPERATOR_TOKEN_HASH: "a token" } })
    await expect(attempt).rejects.toThrow(/^OPERATOR_TOKEN_HASH is not usable: .*\n {2}at infra\/owner\.ts/)
  })

  test("a model on Bedrock is asked without a key: it and its profile are named in the role, and nothing else there is", () => {
    const allowed = statements(plans["a model on Bedrock"])
      .filter(({ actions }) => actions.some((action) => action.startsWith("bedrock:")))
      .map(({ where, actions, resources, conditions }) => ({ where, actions, resources, conditions }))
    const profile = "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-5-5"
    const of = { where: "ReplyRole", actions: ["bedrock:InvokeModelWithResponseStream"], conditions: [] }
    expect(allowed).toEqual([
      { ...of, resources: [profile] },
      {
        ...of,
        resources: ["arn:aws:bedrock:*::foundation-model/anthropic.claude-sonnet-5-5"],
        conditions: [{ test: "StringEquals", variable: "bedrock:InferenceProfileArn", values: [profile] }],
      },
      { ...of, resources: ["arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0"] },
    ])
    expect(environment(plans["a model on Bedrock"], "ReplyFunction")).toMatchObject({
      MODEL_PROVIDER: "bedrock",
      MODEL: "eu.anthropic.claude-sonnet-5-5",
      MODEL_REGION: "eu-west-1",
    })
    for (const way of WAYS.filter((one) => one !== "a model on Bedrock"))
      expect(JSON.stringify(statements(plans[way]))).not.toContain("bedrock:")
  })

  test("a model without a price, or dearer than its budgets, stops a plan with one line", () => {
    const told = (settings: Record<string, string>) => {
      const plan = structuredClone(plans["a model on Bedrock"])
      Object.assign(environment(plan, "ReplyFunction"), settings)
      return unanswerable(plan)
    }
    expect(told({})).toBeUndefined()
    expect(told({ MODEL: "amazon.nova-tomorrow-v1:0" })).toMatch(/^Setting MODEL_PRICE is missing: .+$/)
    expect(told({ MODEL: "amazon.nova-tomorrow-v1:0", MODEL_PRICE: "0.8/3.2" })).toBeUndefined()
    expect(told({ BUDGET_TURN_USD: "0.01" })).toMatch(/^Setting BUDGET_TURN_USD is not usable: .+$/)
  })

  test("a model's name that could stand for many stops the deployment with one line", async () => {
    const attempt = plan({ stage: "dev", env: { MODEL_PROVIDER: "bedrock", MODEL: "anthropic.*" } })
    await expect(attempt).rejects.toThrow(/^MODEL is not usable: .*\n {2}at infra\/bedrock\.ts/)
  })

  test("provisioned capacity scales, table and index, reads and writes", () => {
    const plan = plans["production with a domain, provisioned"]
    const targets = ofType(plan, "aws:appautoscaling/target:Target").map(({ inputs }) => inputs)
    expect(targets).toHaveLength(4)
    for (const target of targets) expect(target).toMatchObject({ minCapacity: 5, maxCapacity: 50 })
    expect(ofType(plan, "aws:appautoscaling/policy:Policy")).toHaveLength(4)
  })

  test("what deployers are told after a deployment", () => {
    for (const plan of Object.values(plans))
      expect(Object.keys(plan.outputs).sort()).toEqual(["api", "site", "socket", "table"])
  })

  describe("a fault of each kind is found", () => {
    const plant = (way: Way, spoil: (plan: Plan) => unknown) => {
      const plan = structuredClone(plans[way])
      spoil(plan)
      return broken(plan).map(({ promise, where, what }) => `${promise} | ${where} ${what}`)
    }
    for (const [fault, { way = "production", spoil, finds }] of Object.entries({
      ...faults,
      ...mailFaults,
      ...fileFaults,
      ...modelFaults,
    }))
      test(fault, () => {
        const found = plant(way, spoil)
        expect(found.join("\n")).toContain(finds)
      })
  })
} else {
  test("NOT RUN: the rules of the plan. `npx -y pnpm@12 plan --stage dev` installs what they need, once", () => {
    console.warn("The plan's rules were not run: `npx -y pnpm@12 plan --stage dev` installs what they need, once.")
  })
}
