import { beforeAll, describe, expect, test } from "vitest"
import { isInstalled } from "../plan/install.ts"
import type { Plan } from "../plan/plan.ts"
import { ofType } from "../plan/rules/rule.ts"
import { broken } from "../plan/rules.ts"
import { planned, WAYS, type Way } from "./planned.ts"
import { faults } from "./planted.ts"

if (await isInstalled()) {
  let plans: Record<Way, Plan>
  beforeAll(async () => {
    plans = await planned()
  }, 120_000)

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
    for (const [fault, { way = "production", spoil, finds }] of Object.entries(faults))
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
