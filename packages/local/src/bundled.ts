import path from "node:path"
import type { Rights } from "@spec-wizard/infra/functions"
import { Access } from "./access.ts"
import { buildBundles } from "./bundles.ts"
import { dynamodb } from "./engine/rights.ts"
import { assertLoopback } from "./environment.ts"
import { functionEnvironment } from "./function-environment.ts"
import { definitionOf, type FunctionName, NAMES } from "./functions.ts"
import { openGate } from "./gate.ts"
import type { Environment } from "./lambda-process.ts"

/** Nobody is allowed more than `infra/functions.ts` says. `rights`: in place of those that are deployed, for tests. */
export const accessOf = (rights: Partial<Record<FunctionName, Rights>> = {}): Access =>
  new Access(Object.fromEntries(NAMES.map((name) => [name, rights[name] ?? definitionOf(name).rights])))

/** Everything functions need to run as they are deployed: bundles, each with an environment of its own. */
export async function openBundled(
  options: {
    env: Record<string, string>
    /** What `Resource` knows. */
    linked: Record<string, unknown>
    handlerOf: (name: FunctionName) => string
    access: Access
    say: (line: string) => void
  },
  endings: (() => unknown)[],
): Promise<{ environmentOf: (name: FunctionName) => Environment }> {
  const { env, linked, handlerOf, access, say } = options
  const gate = await openGate(env["AWS_ENDPOINT_URL_DYNAMODB"] ?? "", access, dynamodb)
  endings.push(() => gate.stop())

  say(`bundling ${NAMES.length} functions …`)
  const artefactOf = (name: FunctionName) => {
    const { split = false, install = [], copies = [], linked: links } = definitionOf(name)
    const resources = Object.fromEntries(links.map((link) => [link, linked[link]]))
    return { handler: handlerOf(name), split, install, copies, resources }
  }
  const bundles = await buildBundles(Object.fromEntries(NAMES.map((name) => [name, artefactOf(name)])))
  endings.push(() => bundles.remove())

  return {
    environmentOf(name) {
      const directory = path.join(bundles.directory, name)
      const handler = handlerOf(name)
      const { memoryMb } = definitionOf(name)
      const place = { name, handler, memoryMb, directory, key: bundles.key, dynamodb: gate.url }
      const own = functionEnvironment(env, place)
      assertLoopback(own)
      return { directory, handler, env: own, runner: bundles.runner, heapMb: memoryMb }
    },
  }
}
