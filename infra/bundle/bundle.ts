import { stat, writeFile } from "node:fs/promises"
import path from "node:path"
import { build } from "esbuild"
import { hosted } from "./hosted.ts"
import plugins from "./plugins.mjs"
import { RESOURCE_FILE, seal } from "./resource.ts"

/** Ends the process that esbuild keeps for a next build, which would live, with 170 MB, as long as this one. A next build starts another. */
export { stop as endBundling } from "esbuild"

/** The project's own folder, which handlers' paths start from. */
export const ROOT = path.resolve(import.meta.dirname, "../..")

/** As SST writes it: CommonJS inside the AWS clients asks for `require`. */
const BANNER = [
  `import { createRequire as topLevelCreateRequire } from "module";`,
  `const require = topLevelCreateRequire(import.meta.url);`,
  `import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url"`,
  `const __filename = topLevelFileUrlToPath(import.meta.url)`,
  `const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url))`,
].join("\n")

/**
 * Source files as SST 4 bundles each for Node, names kept; with `plugins`, as our functions are deployed. `sources`: by the file they become
 * in `directory`, which ends in `.mjs`. In one go, because what they share is then read once; the bytes are those of one after the other.
 * Returns what each file exports.
 * @throws {BuildFailure}, esbuild's, whose `errors` say what and where
 * @see https://github.com/sst/sst/blob/dev/pkg/runtime/node/build.go
 */
async function bundleAll(
  sources: Record<string, string>,
  directory: string,
  options: { plugins: boolean },
): Promise<Record<string, string[]>> {
  const { metafile } = await build({
    entryPoints: Object.entries(sources).map(([file, source]) => ({ in: source, out: file.replace(/\.mjs$/, "") })),
    outdir: directory,
    outExtension: { ".js": ".mjs" },
    bundle: true,
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
  const outputs = Object.entries(metafile.outputs) // whose paths start from where this process was started
  return Object.fromEntries(outputs.map(([file, { exports }]) => [path.relative(directory, file), exports]))
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

export type Artefact = {
  /** `packages/chat/src/connect.handler`. */
  handler: string
  /** The names it is linked to. */
  resources: Record<string, unknown>
}

/**
 * Functions' folders, by name, as they are deployed: the code of each under the path of its handler, and what it is linked to, sealed with
 * `key`.
 * @throws {BuildFailure} | {ExportError}
 */
export async function artefacts(all: Record<string, Artefact>, directory: string, key: string): Promise<void> {
  const sources = Object.entries(all).map(([name, { handler }]) => [
    path.join(name, codeOf(handler)),
    sourceOf(handler),
  ])
  const exported = await bundleAll(Object.fromEntries(sources), directory, { plugins: true })
  for (const [name, { handler, resources }] of Object.entries(all)) {
    if (!exported[path.join(name, codeOf(handler))]?.includes(exportOf(handler))) throw new ExportError(handler)
    await writeFile(path.join(directory, name, RESOURCE_FILE), seal(resources, key))
  }
}

/** One function's folder. Returns the size of its code in bytes. */
export async function artefact(
  handler: string,
  directory: string,
  linked: { resources: Record<string, unknown>; key: string },
): Promise<number> {
  const { dir, base } = path.parse(directory)
  await artefacts({ [base]: { handler, resources: linked.resources } }, dir, linked.key)
  return (await stat(path.join(directory, codeOf(handler)))).size
}

const sourceOf = (handler: string) => path.join(ROOT, `${baseOf(handler)}.ts`)
const codeOf = (handler: string) => `${baseOf(handler)}.mjs`
const exportOf = (handler: string) => handler.slice(handler.lastIndexOf(".") + 1)
const baseOf = (handler: string) => handler.slice(0, handler.lastIndexOf("."))
