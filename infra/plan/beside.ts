import { existsSync } from "node:fs"
import { readdir, realpath, stat } from "node:fs/promises"
import path from "node:path"
import { ROOT } from "../bundle/bundle.ts"

/** As SST's component describes to the CLI what a function has beside its code. */
export type Packed = {
  handler: string
  /** What `nodejs` of the component says, `install` among it, and the architecture. */
  properties?: Record<string, unknown>
  /** `from` is absolute. */
  copyFiles?: { from: string; to: string }[]
}

export type Beside = {
  /** Packages that npm installs, by version. */
  installed: Record<string, string>
  /** Where copied files and folders stand in the function's folder. */
  copied: string[]
  /** Of both, unpacked; native packages as they are for this machine. */
  besideBytes: number
}

export const NOTHING_BESIDE: Beside = { installed: {}, copied: [], besideBytes: 0 }

export async function beside(packed: Packed): Promise<Beside> {
  const { copyFiles = [] } = packed
  const folders = standing(packed).map((name) => path.join(modulesOf(packed), name))
  const sizes = [...copyFiles.map(({ from }) => weigh(from)), ...folders.map(withItsOwn)]
  return {
    installed: installedBy(packed),
    copied: copyFiles.map(({ to }) => to),
    besideBytes: (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0),
  }
}

/** Those that stand here too; of what is native only the kind for this machine does, as a dependency of one of these. */
export const standing = (packed: Packed): string[] =>
  Object.keys(installedBy(packed)).filter((name) => existsSync(path.join(modulesOf(packed), name)))

const modulesOf = ({ handler }: Packed) => path.join(ROOT, ...handler.split("/").slice(0, 2), "node_modules")

/** @throws when SST gives something else: then a plan would not be what is deployed */
function installedBy({ handler, properties }: Packed): Record<string, string> {
  const install = properties?.["install"] ?? {}
  if (typeof install !== "object" || Array.isArray(install)) throw new Error(`${handler} installs no versions`)
  return Object.fromEntries(Object.entries(install).map(([name, version]) => [name, String(version)]))
}

/** A package with what it depends on, which pnpm lays around it: `.pnpm/<name>@<version>/node_modules/…`. */
async function withItsOwn(folder: string): Promise<number> {
  const real = await realpath(folder)
  const around = real.lastIndexOf(`${path.sep}node_modules${path.sep}`)
  return weigh(real.slice(0, around))
}

/** Bytes of a file, or of all in a folder, links followed. */
async function weigh(file: string): Promise<number> {
  const found = await stat(file)
  if (!found.isDirectory()) return found.size
  const sizes = await Promise.all((await readdir(file)).map((name) => weigh(path.join(file, name))))
  return sizes.reduce((sum, bytes) => sum + bytes, 0)
}
