import { stat, writeFile } from "node:fs/promises"
import path from "node:path"
import { build, type Metafile } from "esbuild"
import type { Artefact } from "./artefact.ts"
import { layBeside } from "./beside.ts"
import { hosted } from "./hosted.ts"
import { type Bundled, Kept } from "./kept.ts"
import plugins from "./plugins.mjs"
import { RESOURCE_FILE, seal } from "./resource.ts"
import { ROOT } from "./root.ts"

/** Ends the process that esbuild keeps for a next build, which would live, with 170 MB, as long as this one. A next build starts another. */
export { stop as endBundling } from "esbuild"

export { ROOT } from "./root.ts"

/** As SST writes it: CommonJS inside the AWS clients asks for `require`. */
const BANNER = [
  `import { createRequire as topLevelCreateRequire } from "module";`,
  `const require = topLevelCreateRequire(import.meta.url);`,
  `import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url"`,
  `const __filename = topLevelFileUrlToPath(import.meta.url)`,
  `const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url))`,
].join("\n")

/**
 * Source files as SST 4 bundles each for Node, names kept; with `plugins`, as our functions are deployed; with `split`, as SST's `splitting`
 * does: what is imported when asked for becomes files beside; without the packages that are `external`. `sources`: by the file they become in
 * `directory`, which ends in `.mjs`. In one go, because what they share is then read once; the bytes are those of one after the other, so
 * `split` takes one alone.
 * @throws {BuildFailure}, esbuild's, whose `errors` say what and where
 * @see https://github.com/sst/sst/blob/dev/pkg/runtime/node/build.go
 */
async function bundleAll(
  sources: Record<string, string>,
  directory: string,
  options: { plugins: boolean; split?: boolean; external?: readonly string[] },
): Promise<Record<string, Bundled>> {
  const { metafile } = await build({
    absWorkingDir: ROOT, // the names of parts depend on it
    entryPoints: Object.entries(sources).map(([file, source]) => ({ in: source, out: file.replace(/\.mjs$/, "") })),
    outdir: directory,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: options.split ?? false,
    external: [...(options.external ?? [])],
    // SST's folder for the parts is the handler's own.
    chunkNames: `${path.dirname(Object.keys(sources)[0] ?? "")}/[name]-[hash]`,
    platform: "node",
    format: "esm",
    target: "esnext",
    mainFields: ["module", "main"],
    minify: true,
    keepNames: true,
    banner: { js: BANNER },
    plugins: options.plugins ? [hosted(plugins)] : [],
    logLevel: "silent",
    metafile: true,
  })
  const outputs = new Map(Object.entries(metafile.outputs)) // whose paths start from the root
  const fileOf = (output: string) => path.relative(directory, path.resolve(ROOT, output))
  const weight = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + (outputs.get(file)?.bytes ?? 0), 0)
  const bundled = [...outputs].filter(([output]) => fileOf(output) in sources)
  return Object.fromEntries(
    bundled.map(([output, { exports }]) => {
      const bytes = weight(readWith(output, metafile.outputs))
      const lateBytes = options.split ? weight(outputs.keys()) - bytes : 0
      return [fileOf(output), { exports, bytes, lateBytes }]
    }),
  )
}

/** A file and those it imports, and they in turn, but not what is imported when asked for. */
function readWith(file: string, outputs: Metafile["outputs"], found = new Set<string>()): Set<string> {
  found.add(file)
  for (const { path: imported, kind } of outputs[file]?.imports ?? [])
    if (kind === "import-statement" && imported in outputs && !found.has(imported)) readWith(imported, outputs, found)
  return found
}

/** One source file, which becomes `file`. Returns its size in bytes. */
export async function bundle(source: string, file: string, options: { plugins: boolean }): Promise<number> {
  await bundleAll({ [path.basename(file)]: source }, path.dirname(file), options)
  const { size } = await stat(file)
  return size
}

/** A handler that its file does not export: esbuild does not mind, Lambda would. It fails as esbuild does. */
class ExportError extends Error {
  readonly errors: { text: string; location: null }[]

  constructor(handler: string) {
    super(`${baseOf(handler)}.ts exports no ${exportOf(handler)}`)
    this.errors = [{ text: this.message, location: null }]
  }
}

/** Bytes of code: what a start reads, and what is read only when asked for. */
export type Weight = { bytes: number; lateBytes: number }

/**
 * Functions' folders, by name, as they are deployed: the code of each under the path of its handler, and what it is linked to, sealed with
 * `key`. Code that is kept from before is not bundled again, unless `anew`. Returns what each weighs.
 * @throws {BuildFailure} | {ExportError}
 */
export async function artefacts(
  all: Record<string, Artefact>,
  directory: string,
  key: string,
  { anew = false }: { anew?: boolean } = {},
): Promise<Record<string, Weight>> {
  const code = await layCode(all, directory, anew)
  for (const [name, one] of Object.entries(all)) {
    await writeFile(path.join(directory, name, RESOURCE_FILE), seal(one.resources, key))
    await layBeside(one, path.join(directory, name))
  }
  return Object.fromEntries(Object.entries(code).map(([name, { bytes, lateBytes }]) => [name, { bytes, lateBytes }]))
}

/** One function's folder. Returns what it weighs. */
export async function artefact(
  one: Artefact,
  directory: string,
  key: string,
  options?: { anew?: boolean },
): Promise<Weight> {
  const { dir, base } = path.parse(directory)
  const { [base]: weight } = await artefacts({ [base]: one }, dir, key, options)
  if (!weight) throw new Error(`${one.handler} was not bundled`)
  return weight
}

/** The code of functions into their folders: from what is kept, or bundled, and then kept. */
async function layCode(
  all: Record<string, Artefact>,
  directory: string,
  anew: boolean,
): Promise<Record<string, Bundled>> {
  const kept = await Kept.open()
  const folderOf = (name: string) => path.join(directory, name)
  const code: Record<string, Bundled> = {}
  const missing: Record<string, Artefact> = {}
  for (const [name, one] of Object.entries(all)) {
    const found = anew ? undefined : await kept.lay(one, folderOf(name))
    if (found) code[name] = found
    else missing[name] = one
  }
  for (const [name, [one, bundled]] of Object.entries(await bundleFunctions(missing, directory))) {
    await kept.keep(one, folderOf(name), bundled)
    code[name] = bundled
  }
  return code
}

/** In as few builds as their ways of being bundled allow. */
async function bundleFunctions(
  all: Record<string, Artefact>,
  directory: string,
): Promise<Record<string, [Artefact, Bundled]>> {
  const fileOf = (name: string, { handler }: Artefact) => path.join(name, codeOf(handler))
  const build = (some: [string, Artefact][], { split = false, install = [] }: Partial<Artefact> = {}) => {
    const sources = some.map(([name, artefact]) => [fileOf(name, artefact), sourceOf(artefact.handler)])
    return bundleAll(Object.fromEntries(sources), directory, { plugins: true, split, external: install })
  }
  const isAlone = ({ split, install = [] }: Artefact) => split || install.length > 0
  const alone = Object.entries(all).filter(([, artefact]) => isAlone(artefact))
  const others = Object.entries(all).filter(([, artefact]) => !isAlone(artefact))
  const groups = [...(others.length > 0 ? [build(others)] : []), ...alone.map((one) => build([one], one[1]))]
  const bundled = Object.assign({}, ...(await Promise.all(groups))) as Record<string, Bundled> // all of the same type
  return Object.fromEntries(
    Object.entries(all).map(([name, one]) => {
      const made = bundled[fileOf(name, one)]
      if (!made?.exports.includes(exportOf(one.handler))) throw new ExportError(one.handler)
      return [name, [one, made]]
    }),
  )
}

const sourceOf = (handler: string) => path.join(ROOT, `${baseOf(handler)}.ts`)
const codeOf = (handler: string) => `${baseOf(handler)}.mjs`
const exportOf = (handler: string) => handler.slice(handler.lastIndexOf(".") + 1)
const baseOf = (handler: string) => handler.slice(0, handler.lastIndexOf("."))
