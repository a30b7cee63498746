import { stat } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { build, type Plugin } from "esbuild"
import { hosted } from "./hosted.ts"

/** As SST writes it: CommonJS inside the AWS clients asks for `require`. */
const BANNER = [
  `import { createRequire as topLevelCreateRequire } from "module";`,
  `const require = topLevelCreateRequire(import.meta.url);`,
  `import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url"`,
  `const __filename = topLevelFileUrlToPath(import.meta.url)`,
  `const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url))`,
].join("\n")

/** What every function that is deployed is bundled with. */
const LAMBDA_BUNDLE = new URL("../../../infra/lambda-bundle.mjs", import.meta.url).href

/**
 * One function as SST 4 bundles it for Node, names kept; with `plugins`, as ours are deployed. Returns its size in bytes.
 */
export async function bundle(module: string, file: string, options: { plugins: boolean }): Promise<number> {
  await build({
    entryPoints: [fileURLToPath(module)],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "esnext",
    mainFields: ["module", "main"],
    minify: true,
    keepNames: true,
    banner: { js: BANNER },
    plugins: options.plugins ? [hosted(await listed(LAMBDA_BUNDLE))] : [],
    logLevel: "error",
  })
  const { size } = await stat(file)
  return size
}

async function listed(url: string): Promise<Plugin[]> {
  const { default: plugins }: { default: Plugin[] } = await import(url)
  return plugins
}
