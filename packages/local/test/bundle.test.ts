import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"
import { openChat } from "@spec-wizard/client"
import { afterAll, beforeAll, expect, test } from "vitest"
import { bundle } from "../bench/bundle.ts"
import { type House, startHouse } from "../src/house.ts"
import { broken } from "./faults/checker.ts"
import { logOf, Witness } from "./faults/history.ts"
import { newSession } from "./raw.ts"

const FUNCTIONS = {
  Connect: import.meta.resolve("@spec-wizard/chat/connect"),
  Disconnect: import.meta.resolve("@spec-wizard/chat/disconnect"),
  SendMessage: import.meta.resolve("@spec-wizard/chat/send-message"),
  Default: import.meta.resolve("@spec-wizard/chat/default"),
  Reply: import.meta.resolve("@spec-wizard/chat/reply"),
  Sweep: import.meta.resolve("@spec-wizard/chat/sweep"),
  Api: import.meta.resolve("@spec-wizard/sessions/router"),
}

let directory: string
let house: House
let modules: Record<string, string>
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "bundles-"))
  const bundled = async ([name, module]: [string, string]) => {
    const file = path.join(directory, `${name}.mjs`)
    await bundle(module, file, { plugins: true })
    return [name, pathToFileURL(file).href] as const
  }
  modules = Object.fromEntries(await Promise.all(Object.entries(FUNCTIONS).map(bundled)))
  house = await startHouse({ port: 0, modules, env: { LIMIT_SCALE: "1000" } })
})
afterAll(async () => {
  await house?.stop()
  await rm(directory, { recursive: true, force: true })
})

test("the bundles that are deployed work: a ticket opens a connection, a message is stored, posted and started", async () => {
  const { api, session } = await newSession(house.url)
  const witness = new Witness("first", openChat({ api, sessionId: session.id }))
  await witness.send("We run a bakery with two shops and want orders online, at most 150 on Saturdays.")
  await witness.rest(1)
  witness.chat.close()
  const log = await logOf(api, session.id)
  expect(broken(log, [witness])).toEqual([])
  expect(log.map(({ type }) => type)).toEqual([
    "message.appended",
    "turn.started",
    "message.appended",
    "turn.completed",
  ])
  expect(house.invocations()).toMatchObject({ Connect: 1, SendMessage: 1, Reply: 1 })
})

test("a function that starts wakes neither undici nor http2, which Node keeps asleep", async () => {
  for (const name of ["Connect", "SendMessage"]) {
    const loaded = await loadedBy(modules[name] ?? "")
    expect(loaded).toContain("NativeModule https")
    expect(loaded.filter((each) => /undici|http2/.test(each))).toEqual([])
  }
})

test("no bundle imports node:http or node:https, which would read all they export", async () => {
  for (const module of Object.values(modules)) {
    const code = await readFile(new URL(module), "utf8")
    expect(code.match(/\("node:https"\)/g)).not.toBeNull()
    expect(code.match(/(from|import\(?)\s*"(node:)?https?"/g)).toBeNull()
  }
})

test("credentials come from the environment, session token and all, and from nowhere else", async () => {
  const file = path.join(directory, "credentials.mjs")
  await bundle(import.meta.resolve("./handlers/credentials.ts"), file, { plugins: true })
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
async function loadedBy(module: string): Promise<string[]> {
  const script = `await import(${JSON.stringify(module)}); console.log(JSON.stringify(process.moduleLoadList)); process.exit()`
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script])
  return JSON.parse(stdout)
}
