import type { OnLoadArgs, OnLoadResult, OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from "esbuild"

type Answer<Args, Result> = (args: Args) => Result | null | undefined | Promise<Result | null | undefined>
type Registered<Args, Result> = { filter: RegExp; answer: Answer<Args, Result> }

/**
 * Plugins as SST 4.17.1 calls them, in a process of its own behind a pipe: only `onResolve` and `onLoad`, every word as JSON, filters
 * tested against nothing, namespaces ignored. A plugin that works with esbuild alone fails here, as it would when deployed.
 * @see https://github.com/sst/sst/blob/dev/platform/functions/nodejs-runtime/plugin.mjs
 */
export function hosted(plugins: readonly Plugin[]): Plugin {
  const resolvers: Registered<OnResolveArgs, OnResolveResult>[] = []
  const loaders: Registered<OnLoadArgs, OnLoadResult>[] = []
  const stub = {
    onResolve: ({ filter }: { filter: RegExp }, answer: Answer<OnResolveArgs, OnResolveResult>) =>
      void resolvers.push({ filter, answer }),
    onLoad: ({ filter }: { filter: RegExp }, answer: Answer<OnLoadArgs, OnLoadResult>) =>
      void loaders.push({ filter, answer }),
  }
  for (const plugin of plugins) void plugin.setup(stub as PluginBuild) // as much of it as SST has
  return {
    name: "nodejs-plugin",
    setup(build) {
      build.onResolve({ filter: /.*/ }, (args) => first(resolvers, args))
      build.onLoad({ filter: /.*/ }, (args) => first(loaders, args))
    },
  }
}

async function first<Args, Result>(all: Registered<Args, Result>[], args: Args): Promise<Result | undefined> {
  for (const { filter, answer } of all) {
    if (!new RegExp(filter).test("undefined")) continue
    const reply = await answer(JSON.parse(JSON.stringify(args)))
    if (reply) return JSON.parse(JSON.stringify(reply))
  }
  return undefined
}
