import { execFile } from "node:child_process"
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import type { Artefact } from "@spec-wizard/infra/artefact"
import { artefact, artefacts, bundle, type Weight } from "@spec-wizard/infra/bundle"
import { type Definition, functions } from "@spec-wizard/infra/functions"
import { afterAll, beforeAll, expect, test } from "vitest"

const KEY = Buffer.alloc(32, 7).toString("base64")
const NATIVE = "@myriaddreamin/typst-ts-node-compiler"
const RESOURCES = { Table: { name: "table" } }

let directory: string
let all: Record<string, Artefact>
let weights: Record<string, Weight>
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "bundles-"))
  const definitions = Object.entries(functions) as [string, Definition][] // what the list is checked to be
  all = Object.fromEntries(
    definitions.map(([name, { handler, split = false, install = [], copies = [] }]) => [
      name,
      { handler, split, install, copies, resources: RESOURCES },
    ]),
  )
  weights = await artefacts(all, directory, KEY, { anew: true })
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const codeOf = (handler: string) => handler.replace(/\.handler$/, ".mjs")
const fileOf = (name: keyof typeof functions) => path.join(directory, name, codeOf(functions[name].handler))

test("functions bundled in one go are, byte for byte, those that are deployed one by one", async () => {
  const together = Object.entries(all).filter(([, { split, install = [] }]) => !split && install.length === 0)
  expect(together.length).toBeGreaterThan(5) // the others are never bundled but alone
  for (const [name, one] of together) {
    const folder = path.join(directory, "alone", name)
    expect(await artefact(one, folder, KEY, { anew: true })).toEqual(weights[name])
    expect(await contents(folder)).toEqual(await contents(path.join(directory, name)))
  }
}, 300_000)

test("functions whose code is kept from before are, byte for byte, those that were bundled", async () => {
  const again = path.join(directory, "again")
  expect(await artefacts(all, again, KEY)).toEqual(weights)
  for (const [name, { handler }] of Object.entries(all)) {
    const bundled = await contents(path.join(directory, name))
    expect(Object.keys(bundled)).toEqual(expect.arrayContaining([codeOf(handler), "resource.enc"]))
    expect(await contents(path.join(again, name))).toEqual(bundled)
  }
})

test("a native module and what it reads lie beside the code, and no other function has either", async () => {
  const folder = path.join(directory, "Render")
  const found = await readdir(folder, { recursive: true })
  for (const { to } of functions.Render.copies) expect(found).toContain(to)
  expect(found).toContain("template/main.typ")
  const native = createRequire(fileOf("Render")).resolve(functions.Render.install[0])
  expect(native).toBe(createRequire(fileURLToPath(import.meta.resolve("@spec-wizard/exports/pdf"))).resolve(NATIVE))
  for (const [name, { install = [] }] of Object.entries(all)) {
    const code = Object.values(await contents(path.join(directory, name), ".mjs")).map((hex) => Buffer.from(hex, "hex"))
    expect([name, code.some((text) => text.includes(NATIVE))]).toEqual([name, install.length > 0])
  }
})

test("a function that is split reads at its start what it weighs, and the rest when it is asked for", async () => {
  const { bytes, lateBytes } = weights["Reply"] ?? { bytes: 0, lateBytes: 0 }
  const code = Object.entries(await contents(path.join(directory, "Reply"))).filter(([file]) => file.endsWith(".mjs"))
  expect(code.length).toBeGreaterThan(5)
  expect(bytes + lateBytes).toBe(code.reduce((sum, [, hex]) => sum + hex.length / 2, 0))
  const read = await readBy("Reply")
  expect(code.filter(([file]) => read.includes(file)).reduce((sum, [, hex]) => sum + hex.length / 2, 0)).toBe(bytes)
})

test("a function that starts wakes neither undici nor http2, which Node keeps asleep", async () => {
  for (const name of ["Connect", "SendMessage"] as const) {
    const loaded = await loadedBy(fileOf(name))
    expect(loaded).toContain("NativeModule https")
    expect(loaded.filter((each) => /undici|http2/.test(each))).toEqual([])
  }
})

test("no bundle imports node:http or node:https, which would read all they export", async () => {
  for (const name of Object.keys(functions) as (keyof typeof functions)[]) {
    const files = Object.entries(await contents(path.join(directory, name))).filter(([file]) => file.endsWith(".mjs"))
    const code = files.map(([, hex]) => Buffer.from(hex, "hex").toString()).join("\n")
    expect(code.match(/\("node:https"\)/g)).not.toBeNull()
    expect(code.match(/(from|import\(?)\s*"(node:)?https?"/g)).toBeNull()
  }
})

test("credentials come from the environment, session token and all, and from nowhere else", async () => {
  const file = path.join(directory, "credentials.mjs")
  await bundle(path.join(import.meta.dirname, "handlers/credentials.ts"), file, { plugins: true })
  const told = async (env: Record<string, string>) => {
    const { stdout } = await promisify(execFile)(process.execPath, [file], { env })
    return JSON.parse(stdout)
  }
  const key = { AWS_ACCESS_KEY_ID: "key", AWS_SECRET_ACCESS_KEY: "secret" }
  const lent = { AWS_SESSION_TOKEN: "token", AWS_CREDENTIAL_EXPIRATION: "2126-01-01T00:00:00.000Z" }
  expect(await told({ ...key, ...lent })).toMatchObject({
    accessKeyId: "key",
    secretAccessKey: "secret",
    sessionToken: "token",
    expiration: "2126-01-01T00:00:00.000Z",
  })
  const profile = path.join(directory, "profile")
  await writeFile(profile, "[default]\naws_access_key_id = other\naws_secret_access_key = other\n")
  expect(await told({ AWS_SHARED_CREDENTIALS_FILE: profile })).toBe("CredentialsProviderError")
})

/** Files by their paths, as hex. */
async function contents(folder: string, ending = ""): Promise<Record<string, string>> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  const found = all.filter((entry) => entry.isFile() && entry.name.endsWith(ending))
  const read = found.map(async ({ parentPath, name }) => {
    const file = path.join(parentPath, name)
    return [path.relative(folder, file), await readFile(file, "hex")] as const
  })
  return Object.fromEntries((await Promise.all(read)).sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** The files in its folder that a fresh process has read once a function's bundle is imported. */
async function readBy(name: keyof typeof functions): Promise<string[]> {
  const urls = await started(
    fileOf(name),
    "const read = []; registerHooks({ load: (url, context, next) => (read.push(url), next(url, context)) })",
    "read",
  )
  const files = urls.filter((url) => url.startsWith("file:")).map((url) => fileURLToPath(url))
  return files.map((file) => path.relative(path.join(directory, name), file))
}

/** What of Node a fresh process has loaded once a bundle is imported. */
const loadedBy = (file: string) => started(file, "", "process.moduleLoadList")

/** Imports it in a fresh process. Returns what `answer` is then. */
async function started(file: string, before: string, answer: string): Promise<string[]> {
  const script = `import { registerHooks } from "node:module"; ${before}
    await import(${JSON.stringify(file)}); console.log(JSON.stringify(${answer})); process.exit()`
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script])
  return JSON.parse(stdout)
}
