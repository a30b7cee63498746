/**
 * What Lambda bundles leave out, as the file that `nodejs.plugins` of an `sst.aws.Function` names, relative to `sst.config.ts`:
 *
 *   nodejs: { plugins: "infra/bundle/plugins.mjs", minify: true }
 *
 * SST 4.17.1 imports such a file in a Node process of its own and expects a list of esbuild plugins as its default export. It is not
 * esbuild that calls them, which asks for some care:
 * - there are `onResolve`, `onLoad` and `onEnd`, and nothing else: no `build.resolve`, no `build.initialOptions`;
 * - a filter is tested against the word "undefined" and a namespace is not looked at, so any other filter than `.*` never matches, without
 *   an error: the functions below look at their arguments themselves;
 * - arguments and answers travel as JSON, `pluginData` must not be used, and nothing may be written to stdout.
 *
 * Why: docs/decisions/0010.
 * @see https://github.com/sst/sst/blob/dev/platform/functions/nodejs-runtime/plugin.mjs and pkg/runtime/node/plugin.go
 */
import { createRequire } from "node:module"
import path from "node:path"

const ALL = /.*/

/**
 * `import "node:http"` reads every export of it, and with that wakes the getters behind which Node 24 keeps undici and http2. `require`,
 * which SST's banner defines, does not.
 */
const lazyHttp = {
  name: "lazy-http",
  setup(build) {
    const namespace = "lazy-http"
    build.onResolve({ filter: ALL }, ({ path: specifier, kind }) => {
      if (kind === "require-call" || !/^(node:)?https?$/.test(specifier)) return undefined
      return { path: specifier.replace(/^(node:)?/, "node:"), namespace }
    })
    build.onLoad({ filter: ALL }, (asked) => {
      if (asked.namespace !== namespace) return undefined
      return { contents: `module.exports = require(${JSON.stringify(asked.path)})`, loader: "js" }
    })
  },
}

/** In Lambda the credentials always stand in the environment; the SDK would look in seven more places. */
const environmentCredentials = {
  name: "environment-credentials",
  setup(build) {
    const namespace = "environment-credentials"
    const everywhere = "@aws-sdk/credential-provider-node"
    build.onResolve({ filter: ALL }, ({ path: specifier, resolveDir }) => {
      if (specifier !== everywhere) return undefined
      return { path: createRequire(path.join(resolveDir, "importer.js")).resolve(everywhere), namespace }
    })
    build.onLoad({ filter: ALL }, (asked) => {
      if (asked.namespace !== namespace) return undefined
      const contents = `export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env"`
      // The one place among our dependencies that is sure to know the environment's provider is the module that is replaced.
      return { contents, loader: "js", resolveDir: path.dirname(asked.path) }
    })
  },
}

/** The AI SDK brings zod with its messages in fifty languages; nobody reads them, for they never leave the function. */
const englishZod = {
  name: "english-zod",
  setup(build) {
    build.onLoad({ filter: ALL }, ({ path: file }) => {
      if (!/[/\\]zod[/\\]v4[/\\]locales[/\\]index\.js$/.test(file)) return undefined
      return { contents: `export { default as en } from "./en.js"`, loader: "js", resolveDir: path.dirname(file) }
    })
  },
}

export default [lazyHttp, environmentCredentials, englishZod]
