/** `pnpm models off|on --table NAME`: whether a deployment's models are asked; without them the guided interviewer goes on. */
import { parseArgs } from "node:util"
import * as Budget from "@spec-wizard/core/budget"
import { system } from "@spec-wizard/core/clock"
import { Table } from "@spec-wizard/core/table"
import { StartError } from "./settings.ts"

const USAGE = "Usage: pnpm models off|on|show --table NAME, with the table's name that the deployment printed."

try {
  const { command, name } = options()
  const deps = { clock: system, table: new Table({ name, clock: system }) }
  if (command === "off") await Budget.switchOff(deps)
  if (command === "on") await Budget.switchOn(deps)
  process.stdout.write(
    `Models are ${(await Budget.isOff(deps)) ? "off" : "on"}; every function knows within 10 seconds.\n`,
  )
} catch (error) {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`The table could not be reached: ${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}

/** @throws {StartError} */
function options(): { command: "off" | "on" | "show"; name: string } {
  try {
    const { values, positionals } = parseArgs({ options: { table: { type: "string" } }, allowPositionals: true })
    const [command, ...others] = positionals
    if (values.table && others.length === 0 && (command === "off" || command === "on" || command === "show"))
      return { command, name: values.table }
  } catch {
    // Said below.
  }
  throw new StartError(USAGE)
}
