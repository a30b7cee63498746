import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { type Artefact, artefact, artefacts, bundle } from "@spec-wizard/infra/bundle"
import { functions } from "@spec-wizard/infra/functions"
import { afterAll, beforeAll, expect, test } from "vitest"

const KEY = Buffer.alloc(32, 7).toString("base64")
const RESOURCES = { Table: { name: "table" } }

let directory: string
let all: Record<string, Artefact>
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "bundles-"))
  const entries = Object.entries(functions).map(([name, { handler }]) => [name, { handler, resources: RESOURCES }])
  all = Object.fromEntries(entries)
  await artefacts(all, directory, KEY)
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const codeOf = (handler: string) => handler.replace(/\.handler$/, ".mjs")
const fileOf = (name: keyof typeof functions) => path.join(directory, name, codeOf(functions[name].handler))

test("functions bundled in one go are, byte for byte, those that are deployed one by one", async () => {
  const alone = path.join(directory, "alone")
  const compared = Object.entries(all).map(async ([name, { handler }]) => {
    const folder = path.join(alone, name)
    const bytes = await artefact(handler, folder, { resources: RESOURCES, key: KEY })
    for (const file of [codeOf(handler), "resource.enc"])
      expect((await readFile(path.join(folder, file))).equals(await readFile(path.join(directory, name, file)))).toBe(
        true,
      )
    expect(bytes).toBe((await stat(path.join(folder, codeOf(handler)))).size)
  })
  await Promise.all(compared)
  expect(compared).toHaveLength(Object.keys(functions).length)
}, 60_000)

test("a function that starts wakes neither undici nor http2, which Node keeps asleep", async () => {
  for (const name of ["Connect", "SendMessage"] as const) {
    const loaded = await loadedBy(fileOf(name))
    expect(loaded).toContain("NativeModule https")
    expect(loaded.filter((each) => /undici|http2/.test(each))).toEqual([])
  }
})

test("no bundle imports node:http or node:https, which would read all they export", async () => {
  for (const name of Object.keys(functions) as (keyof typeof functions)[]) {
    const code = await readFile(fileOf(name), "utf8")
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

/** What a fresh process has loaded once a bundle is imported. */
async function loadedBy(file: string): Promise<string[]> {
  const script = `await import(${JSON.stringify(file)}); console.log(JSON.stringify(process.moduleLoadList)); process.exit()`
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script])
  return JSON.parse(stdout)
}
