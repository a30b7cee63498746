import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import { expect, test } from "vitest"

const MAX_BYTES = 72 * 1024

test("a browser gets the client, zod/mini and ulid, and nothing of a server", async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../src/index.ts", import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
  })
  const inputs = Object.keys(metafile.inputs)
  const imports = Object.values(metafile.inputs).flatMap(({ imports }) => imports)
  expect(imports.filter(({ external }) => external)).toEqual([])
  expect(imports.filter(({ path, original }) => /^node:/.test(original ?? path))).toEqual([])
  const packages = inputs.flatMap(
    (path) => /node_modules\/((?:@[^/]+\/)?[^/@.][^/]*)\/(?!.*node_modules)/.exec(path)?.[1] ?? [],
  )
  expect([...new Set(packages)].sort()).toEqual(["ulid", "zod"])
  const ours = inputs.filter((path) => !path.includes("node_modules") && path.includes("core/src/"))
  expect(ours.filter((path) => !/core\/src\/((protocol|document)\/[a-z/-]+|id|error|text)\.ts$/.test(path))).toEqual([])

  const [bundle] = outputFiles
  const bytes = bundle?.contents ?? new Uint8Array()
  console.info(`client for browsers: ${bytes.length} bytes minified, ${gzipSync(bytes).length} gzipped`)
  expect(bytes.length).toBeGreaterThan(0)
  expect(bytes.length).toBeLessThan(MAX_BYTES)
  expect(bundle?.text).not.toMatch(/\beval\(|@aws-sdk/)
})
