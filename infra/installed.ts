import { readFileSync } from "node:fs"
import path from "node:path"

const modules = path.join($cli.paths.root, "packages/exports/node_modules")

/**
 * Packages by version, as npm is to install them into a function's folder: those that stand here, for npm knows nothing of pnpm's catalog.
 * What is native comes in a package for each kind of machine, among which npm would choose for the one that deploys; ours is named.
 */
export function installed(names: readonly string[]): Record<string, string> {
  const wanted = names.flatMap((name) => {
    const { version, optionalDependencies = {} } = manifest(name)
    const native = Object.entries(optionalDependencies).filter(([name]) => name.endsWith("-linux-arm64-gnu"))
    return [[name, version] as const, ...native]
  })
  return Object.fromEntries(wanted)
}

/** Its author's, which npm has checked. */
const manifest = (name: string): { version: string; optionalDependencies?: Record<string, string> } =>
  JSON.parse(readFileSync(path.join(modules, name, "package.json"), "utf8"))
