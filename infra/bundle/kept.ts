import { createHash } from "node:crypto"
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import path from "node:path"
import * as z from "zod/mini"
import type { Artefact } from "./artefact.ts"
import { ROOT } from "./root.ts"

/** What a function's code exports, and how many bytes a start reads, and how many more are read only when asked for. */
const Bundled = z.object({ exports: z.array(z.string()), bytes: z.number(), lateBytes: z.number() })
export type Bundled = z.infer<typeof Bundled>

const STORE = path.join(ROOT, "node_modules/.cache/functions")
const FACTS = "bundled.json"
const CODE = "code"

/** Code that was bundled before from the same sources and packages, for the next server, plan or test: it takes seconds to bundle. */
export class Kept {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async open(): Promise<Kept> {
    digest ??= digestOfSources(ROOT)
    return new Kept(path.join(STORE, await digest))
  }

  /** Lays a function's code into its folder; undefined when it is not kept. */
  async lay(one: Artefact, folder: string): Promise<Bundled | undefined> {
    const place = this.#placeOf(one)
    const facts = await readFile(path.join(place, FACTS), "utf8").catch(() => undefined)
    if (facts === undefined) return undefined
    await cp(path.join(place, CODE), folder, { recursive: true })
    return Bundled.parse(JSON.parse(facts))
  }

  /** Keeps what lies in a function's folder, which is nothing but its code yet, and forgets what other sources made. */
  async keep(one: Artefact, folder: string, bundled: Bundled): Promise<void> {
    if (!SOURCE.test(one.handler)) return
    await mkdir(this.#folder, { recursive: true })
    const fresh = await mkdtemp(path.join(this.#folder, "fresh-"))
    await cp(folder, path.join(fresh, CODE), { recursive: true })
    await writeFile(path.join(fresh, FACTS), JSON.stringify(bundled))
    // It appears whole. Somebody else may have been faster, with the same.
    await rename(fresh, this.#placeOf(one)).catch(() => rm(fresh, { recursive: true }))
    for (const other of await readdir(STORE))
      if (other !== path.basename(this.#folder)) await rm(path.join(STORE, other), { recursive: true, force: true })
  }

  #placeOf({ handler, split = false, install = [] }: Artefact): string {
    return path.join(this.#folder, digestOf(JSON.stringify([handler, split, install])))
  }
}

/** Handlers whose sources the digest knows. */
const SOURCE = /^packages\/[^/]+\/src\//

/** Of this process' start: what changes later counts from the next one on. */
let digest: Promise<string> | undefined

/** Of all that decides what the code of a function is: our sources, how they are bundled, and the versions of all packages. */
export async function digestOfSources(root: string): Promise<string> {
  const packages = (await readdir(path.join(root, "packages"))).map((name) => path.join("packages", name))
  const files = ["pnpm-lock.yaml", ...packages.map((folder) => path.join(folder, "package.json"))]
  for (const folder of ["infra/bundle", ...packages.map((folder) => path.join(folder, "src"))]) {
    const found = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true })
    for (const one of found) if (one.isFile()) files.push(path.relative(root, path.join(one.parentPath, one.name)))
  }
  const contents = files.sort().map(async (file) => [file, digestOf(await readFile(path.join(root, file)))])
  return digestOf(JSON.stringify(await Promise.all(contents)))
}

const digestOf = (data: string | Buffer) => createHash("sha256").update(data).digest("hex").slice(0, 32)
