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

/**
 * Everything functions need to run as they are deployed: bundles, each with an environment of its own, and nobody allowed more than
 * `infra/functions.ts` says.
 */
export async function openBundled(
  options: {
    env: Record<string, string>
    /** What `Resource` knows. */
    linked: Record<string, unknown>
    handlerOf: (name: FunctionName) => string
    /** In place of those that are deployed, for tests. */
    rights?: Partial<Record<FunctionName, Rights>> | undefined
    say: (line: string) => void
  },
  endings: (() => unknown)[],
): Promise<{ access: Access; environmentOf: (name: FunctionName) => Environment }> {
  const { env, linked, handlerOf, rights, say } = options
  const access = new Access(
    Object.fromEntries(NAMES.map((name) => [name, rights?.[name] ?? definitionOf(name).rights])),
  )
  const gate = await openGate(env["AWS_ENDPOINT_URL_DYNAMODB"] ?? "", access, dynamodb)
  endings.push(() => gate.stop())

  say(`bundling ${NAMES.length} functions …`)
  const artefactOf = (name: FunctionName) => ({
    handler: handlerOf(name),
    split: definitionOf(name).split ?? false,
    resources: Object.fromEntries(definitionOf(name).linked.map((link) => [link, linked[link]])),
  })
  const bundles = await buildBundles(Object.fromEntries(NAMES.map((name) => [name, artefactOf(name)])))
  endings.push(() => bundles.remove())

  return {
    access,
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
