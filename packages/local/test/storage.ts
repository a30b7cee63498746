import { mkdtemp, rm } from "node:fs/promises"
import { Agent, request as send } from "node:http"
import { tmpdir } from "node:os"
import path from "node:path"
import { text } from "node:stream/consumers"
import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3"
import { afterEach } from "vitest"
import { type StorageOptions, startStorage } from "../src/engine/storage/storage.ts"

export const Bucket = "spec-wizard-files"
export const ORIGIN = "http://localhost:3000"
/** Where the tests' clock begins; it does not go by itself. */
export const NOON = Date.parse("2026-11-21T12:00:00Z")

const SECRETS: Record<string, string> = { local: "local", "local-Render": "another" }

const nothing = () => {}
/** The SDK's advice would bury what a failing test says. */
const SILENT = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing }

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** Closes what a test has opened, however it ends, the last one first. */
export const closeAfter = (close: () => unknown) => open.push(close)

/** An empty directory, for as long as the test goes. */
export async function aDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), "storage-test-"))
  closeAfter(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** A storage of the real engine, a real client of it, and a clock that both go by. */
export async function openStorage(options: Partial<StorageOptions> = {}) {
  const clock = { at: NOON, now: () => clock.at }
  const storage = await startStorage({ clock, secretOf: (id) => SECRETS[id], origins: [ORIGIN], ...options })
  closeAfter(() => storage.stop())
  return { ...storage, clock, s3: clientOf(storage.endpoint) }
}

export function clientOf(endpoint: string, config: Partial<S3ClientConfig> = {}): S3Client {
  const client = new S3Client({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
    systemClockOffset: NOON - Date.now(),
    logger: SILENT,
    ...config,
  })
  closeAfter(() => client.destroy())
  return client
}

/** Finds every name on this machine, as browsers find what ends in `.localhost`. */
export const everythingHere = () =>
  new Agent({
    lookup: (_, options, found) =>
      options.all ? found(null, [{ address: "127.0.0.1", family: 4 }]) : found(null, "127.0.0.1", 4),
  })

/** What a refusal says. */
export async function refusalOf(answer: Response): Promise<string> {
  const body = await answer.text()
  const [, code, message] = /<Code>(.*)<\/Code><Message>(.*)<\/Message><RequestId>\w+/.exec(body) ?? []
  return `${answer.status} ${code}: ${message?.replaceAll("&apos;", "'").replaceAll("&quot;", '"')}`
}

/** Sends a path as it stands; `fetch` would tidy it up. */
export async function sendRaw(
  endpoint: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: Buffer; agent?: Agent } = {},
): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(endpoint)
  const { method = "GET", headers = {}, body, agent = false } = options
  return await new Promise((resolve, reject) => {
    const call = send({ hostname, port, path, method, headers, agent }, async (answer) => {
      resolve({ status: answer.statusCode ?? 0, body: await text(answer) })
    })
    call.on("error", reject)
    call.end(body)
  })
}
