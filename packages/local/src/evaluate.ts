/** `pnpm evaluate`: plays briefs or stakeholders to an interviewer and measures, by code, what it made of them. */
import { type Converse, openConversation } from "./evaluate/conversation.ts"
import { measureBriefs } from "./evaluate/corpus/measure-briefs.ts"
import { measureStakeholders } from "./evaluate/elicit/measure-stakeholders.ts"
import { type Options, readOptions } from "./evaluate/options.ts"
import { openProduct } from "./evaluate/product.ts"
import { spending } from "./evaluate/spending.ts"
import { StartError } from "./settings.ts"

try {
  const options = readOptions(process.argv.slice(2))
  const product = isPlayed(options) ? await openProduct(options) : undefined
  const converse: Converse = () =>
    product ? openConversation(product) : Promise.reject(new Error("nobody is there to talk to"))
  const { subject, tables, details, misses, failed } =
    options.ruler === "briefs" ? await measureBriefs(options, converse) : await measureStakeholders(options, converse)
  await product?.close()

  const spent = product && spending(product)
  const interviewer = product ? `${product.name} (${spent?.line})` : nameOf(options)
  const faults = [...misses, ...(spent?.faults ?? []).map((fault) => `FAIL  ${fault}`)]
  const parts = [`${interviewer}, ${subject}`, ...tables, ...(options.isDetailed ? details : [])]
  process.stdout.write(`${[...parts, ...(faults.length > 0 ? [faults.join("\n")] : [])].join("\n\n")}\n`)
  process.exit(faults.length + failed.length > 0 ? 1 : 0)
} catch (error) {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`)
  else console.error(error)
  process.exit(1)
}

function isPlayed(options: Options): boolean {
  return options.saved === undefined && !(options.ruler === "stakeholders" && options.control !== undefined)
}

function nameOf(options: Options): string {
  return options.ruler === "stakeholders" && options.control !== undefined
    ? `control ${options.control}`
    : `saved in ${options.saved}`
}
