import path from "node:path"
import { ROOT } from "../bundle/bundle.ts"
import { runNode } from "./child.ts"
import { PlanError } from "./plan.ts"

/**
 * What TypeScript says of `sst.config.ts` and all it imports, against SST's and the providers' own types; empty when nothing. SST ships
 * sources that fail under our flags: what stands in its folder is left out.
 */
export async function typecheck(): Promise<string[]> {
  const tsc = path.join(ROOT, "node_modules/typescript/bin/tsc")
  const project = path.join(import.meta.dirname, "tsconfig.stack.json")
  const { code, said } = await runNode([tsc, "--project", project, "--pretty", "false"], {
    cwd: ROOT,
    env: process.env,
  })
  // A line that begins with a blank belongs to the one before it.
  const errors = said.split(/\n(?!\s)/).filter((text) => /(^|: )error TS\d+:/.test(text))
  if (code !== 0 && errors.length === 0) throw new PlanError(`the type-checker ended with ${code} and said:\n${said}`)
  return errors.filter((error) => !error.startsWith(".sst/"))
}
