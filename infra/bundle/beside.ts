import { cp, mkdir, realpath, symlink } from "node:fs/promises"
import path from "node:path"
import type { Artefact } from "./artefact.ts"
import { ROOT } from "./root.ts"

/**
 * What a function has in its folder beside its code: files, as SST's `copyFiles` has them, and packages, as its `install` has them. SST asks
 * npm for those of the deployed platform; here they are those of this machine, and links, for they are large: what they need in turn is found
 * where they really lie.
 */
export async function layBeside({ handler, install = [], copies = [] }: Artefact, folder: string): Promise<void> {
  for (const { from, to } of copies)
    await cp(path.join(ROOT, from), path.join(folder, to), { recursive: true, dereference: true })
  for (const name of install) {
    const link = path.join(folder, "node_modules", name)
    await mkdir(path.dirname(link), { recursive: true })
    await symlink(await installed(name, handler), link)
  }
}

/** Where the package that the handler belongs to finds another one. */
const installed = (name: string, handler: string) =>
  realpath(path.join(ROOT, ...handler.split("/").slice(0, 2), "node_modules", name))
