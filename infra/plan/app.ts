import path from "node:path"
import { build, type Plugin } from "esbuild"
import type { App } from "./plan.ts"

/** `app()` of the configuration, completed as the SST CLI does. Nothing of SST's platform needs to be installed for that. */
export async function readApp(config: string, stage: string): Promise<App> {
  const bundled = await build({
    stdin: { contents: `export { default } from ${JSON.stringify(config)}`, resolveDir: path.dirname(config) },
    banner: { js: "const $config = (input) => input" },
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    logLevel: "silent",
    plugins: [infrastructureLater],
  })
  const code = Buffer.from(bundled.outputFiles[0]?.contents ?? []).toString("base64")
  const { default: configuration } = await import(`data:text/javascript;base64,${code}`)
  const { name, removal = "retain", protect = false, home, providers, ...more } = await configuration.app({ stage })
  if (typeof name !== "string" || typeof home !== "string") throw new Error("app() must say a name and a home")
  return { ...more, name, removal, protect, home, providers: complete({ [home]: {}, ...providers }, name, stage) }
}

/** What `run()` imports needs the globals of the second pass. */
const infrastructureLater: Plugin = {
  name: "infrastructure-later",
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    )
  },
}

/** A version stands for `{ version }`; AWS gets a region and the tags by which SST knows its own. */
function complete(given: Record<string, unknown>, name: string, stage: string): App["providers"] {
  const providers = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, typeof value === "string" ? { version: value } : record(value)]),
  )
  const { aws } = providers
  if (!aws) return providers
  const tags = { ...record(record(aws["defaultTags"])["tags"]), "sst:app": name, "sst:stage": stage }
  return { ...providers, aws: { region: "us-east-1", ...aws, defaultTags: { ...record(aws["defaultTags"]), tags } } }
}

const record = (value: unknown): Record<string, unknown> => (value && typeof value === "object" ? { ...value } : {})
