import { readFile } from "node:fs/promises"
import path from "node:path"
import { build, type Plugin } from "esbuild"

/**
 * The configuration and SST's components in one file, as the SST CLI bundles them before it hands them to Pulumi.
 * @see https://github.com/sst/sst/blob/dev/pkg/js/js.go and pkg/project/stack.go
 */
export async function bundleStack(options: {
  config: string
  root: string
  platform: string
  /** Made, with `node_modules` beside it: what stays outside the bundle is looked for from there. */
  file: string
  /** `{ aws: "@pulumi/aws" }` */
  providers: Record<string, string>
  /** `$app`, `$cli` and `$dev`. */
  define: Record<string, unknown>
}): Promise<void> {
  const { config, root, platform } = options
  const runner = path.join(platform, "src/auto/run.ts")
  await build({
    stdin: {
      contents: [
        `import { run } from ${JSON.stringify(runner)}`,
        `import configuration from ${JSON.stringify(config)}`,
        "export const program = () => run(configuration.run)",
      ].join("\n"),
      resolveDir: root,
      loader: "ts",
    },
    outfile: options.file,
    bundle: true,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    nodePaths: [path.join(platform, "node_modules")],
    external: OUTSIDE,
    define: Object.fromEntries(Object.entries(options.define).map(([name, value]) => [name, JSON.stringify(value)])),
    inject: [path.join(platform, "src/shim/run.js")],
    banner: { js: BANNER },
    plugins: [globals({ ...options.providers, sst: path.join(platform, "src/components") })],
    sourcemap: "inline",
    sourcesContent: false,
    logLevel: "silent",
  })
}

const OUTSIDE = [
  ...["@pulumi/*", "@pulumiverse/*", "@sst-provider/*", "@aws-sdk/*"],
  ...["undici", "esbuild", "archiver", "glob", "vite"],
]

const BANNER = [
  `import { createRequire as topLevelCreateRequire } from "module"`,
  `const require = topLevelCreateRequire(import.meta.url)`,
  `import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url"`,
  `const __filename = topLevelFileUrlToPath(import.meta.url)`,
  `const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url))`,
].join("\n")

/** `aws`, `sst` and the like, in every file but SST's own; on its first line, so that errors name the right one. */
function globals(modules: Record<string, string>): Plugin {
  const imports = Object.entries(modules).map(([name, from]) => `import * as ${name} from ${JSON.stringify(from)};`)
  return {
    name: "globals",
    setup(build) {
      build.onLoad({ filter: /\.(js|ts|jsx|tsx)$/ }, async ({ path: file }) => {
        const source = await readFile(file, "utf8")
        const isSst = file.includes(`${path.sep}.sst${path.sep}`)
        return { contents: isSst ? source : `${imports.join("")}${source}`, loader: "default" }
      })
    },
  }
}
