import { columns } from "./columns.ts"
import { fixedCosts, PRICED, unpriced } from "./cost.ts"
import { inventory } from "./inventory.ts"
import type { Plan } from "./plan.ts"
import { label, rightsOf } from "./rights.ts"
import { text } from "./rules/rule.ts"

/** The plan for people; never wider than 120. */
export function summary(plan: Plan): string {
  const sections: [string, string[]][] = [
    ["Resources", columns(inventory(plan), [1])],
    ["Functions", functions(plan)],
    ["Told after a deployment", columns(Object.entries(plan.outputs).map(([name, value]) => [name, String(value)]))],
    ["Billed every month, used or not", costs(plan)],
    [
      "Looks wrong",
      columns(plan.suspicious.map(({ urn, path, value }) => [urn.split("::").at(-1) ?? "", path, value])),
    ],
    ["Said beside", plan.warnings.map((line) => `  ${line}`)],
  ]
  const shown = sections.filter(([, lines]) => lines.length > 0).map(([title, lines]) => [title, ...lines].join("\n"))
  return [title(plan), ...shown].join("\n\n")
}

function title({ app, stage, region, dev, isSenderAssumed, resources }: Plan): string {
  const count = resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:")).length
  return [
    `${app.name}, stage ${stage}, in ${region}: ${count} resources. Planned only: nobody was asked, nothing was made.`,
    ...(dev ? ["Live debugging: functions are bridges to a developer's machine."] : []),
    ...(isSenderAssumed
      ? ["Who mails come from is an example here; a deployment asks for MAIL_FROM or SITE_DOMAIN."]
      : []),
  ].join("\n")
}

function functions(plan: Plan): string[] {
  const made = plan.resources.filter(({ type }) => type === "aws:lambda/function:Function")
  if (made.length === 0) return []
  const rights = made.map((fn) => rightsOf(plan, fn))
  const common = (rights[0] ?? []).filter((right) => made.length > 1 && rights.every((each) => each.includes(right)))
  const rows = made.map((fn, index) => {
    const { bytes = 0, lateBytes = 0, besideBytes = 0, zipBytes = 0 } = plan.functions[label(fn)] ?? {}
    const own = (rights[index] ?? []).filter((right) => !common.includes(right))
    const [memory, timeout] = [text(fn.inputs, "memorySize"), text(fn.inputs, "timeout")]
    return [
      label(fn),
      `${memory} MB`,
      `${timeout} s`,
      kilobytes(bytes),
      kilobytes(lateBytes),
      kilobytes(besideBytes),
      kilobytes(zipBytes),
      own.join(" · "),
    ]
  })
  const heads = ["", "memory", "timeout", "code", "later", "beside", "zip", "may"]
  return [
    ...columns([heads, ...rows], [1, 2, 3, 4, 5, 6]),
    ...(common.length > 0 ? columns([[`Each of them ${common.join(" · ")}.`]]) : []),
  ]
}

const kilobytes = (bytes: number) => (bytes === 0 ? "–" : `${Math.round(bytes / 1024)} KB`)

function costs(plan: Plan): string[] {
  const items = fixedCosts(plan)
  const total = items.reduce((sum, { usdMonthly }) => sum + usdMonthly, 0)
  const rows = items.map(({ what, count, usdMonthly }) => [usd(usdMonthly), `${what}: ${count}`])
  const others = unpriced(plan)
  return [
    ...columns([...rows, [usd(total), `altogether, at the list prices of us-east-1, ${PRICED}`]], [0]),
    ...columns([["Requests, computing, storage, logs and traffic are billed by use, beside it."]]),
    ...(others.length > 0 ? columns([[`Not counted, though billed while they stand: ${others.join(", ")}.`]]) : []),
  ]
}

const usd = (amount: number) => `${amount.toFixed(2)} USD`
