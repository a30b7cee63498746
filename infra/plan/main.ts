/** `pnpm plan --stage dev`: what a deployment would make, without an account. */
import { writeFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { explain } from "./explain.ts"
import { install, isInstalled } from "./install.ts"
import { unanswerable } from "./model.ts"
import { type Plan, PlanError, plan } from "./plan.ts"
import { during } from "./progress.ts"
import { all, broken } from "./rules.ts"
import { summary } from "./summary.ts"
import { typecheck } from "./typecheck.ts"

const STAGES = ["dev", "staging", "production"]
const USAGE = `Usage: pnpm plan --stage ${STAGES.join("|")} [--dev] [--out FILE]`

// So that what is under way can tidy up.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1))

try {
  const { stage, dev, out } = readArguments()
  if (!(await isInstalled())) await during("installing SST's components, once, about a minute and 330 MB", install())
  const planned = await during(`type-checking and planning ${stage}`, checkAndPlan(stage, dev))
  if (out !== undefined) await writeFile(out, `${JSON.stringify(planned, null, 2)}\n`)
  process.stdout.write(`\n${summary(planned)}\n\n${verdict(planned)}\n`)
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}

function readArguments(): { stage: string; dev: boolean; out: string | undefined } {
  const options = {
    stage: { type: "string" },
    dev: { type: "boolean", default: false },
    out: { type: "string" },
  } as const
  let given: ReturnType<typeof parseArgs<{ options: typeof options }>>["values"]
  try {
    given = parseArgs({ options }).values
  } catch (error) {
    throw new PlanError(`${String(error instanceof Error ? error.message : error).replace(/\.$/, "")}. ${USAGE}`)
  }
  const { stage, dev = false, out } = given
  if (stage === undefined) throw new PlanError(`Which stage? ${USAGE}`)
  if (!STAGES.includes(stage)) throw new PlanError(`There is no stage "${stage}". ${USAGE}`)
  return { stage, dev, out }
}

/** At the same time, for one leaves a core to the other. What is wrong with the types says more than what came of it. */
async function checkAndPlan(stage: string, dev: boolean): Promise<Plan> {
  const [types, planned] = await Promise.allSettled([typecheck(), plan({ stage, dev })])
  if (types.status === "rejected") throw types.reason
  if (types.value.length > 0) throw new PlanError(["TypeScript objects:", ...types.value].join("\n"))
  if (planned.status === "rejected") throw planned.reason
  const reason = unanswerable(planned.value)
  if (reason !== undefined) throw new PlanError(reason)
  return planned.value
}

function verdict(planned: Plan): string {
  const findings = broken(planned)
  if (findings.length === 0) return `All ${all.length} rules hold.`
  process.exitCode = 1
  const lines = findings.map(({ promise, where, what }) => `  ${where} ${what}\n    but: ${promise}`)
  return [`${findings.length} ${findings.length === 1 ? "breach" : "breaches"} of the rules:`, ...lines].join("\n")
}
