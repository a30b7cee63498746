import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { artefacts } from "@spec-wizard/infra/bundle"
import { functions } from "@spec-wizard/infra/functions"
import { afterEach, describe, expect, test, vi } from "vitest"
import { buildBundles } from "../src/bundles.ts"
import { installClock } from "../src/clock.ts"
import { NAMES } from "../src/functions.ts"
import { type House, type HouseOptions, startHouse } from "../src/house.ts"
import { Lambda } from "../src/lambda.ts"
import { WorkerPool } from "../src/lambda-process.ts"
import { StartError } from "../src/settings.ts"
import { frameId, greeted, newSession, open, RawSocket } from "./raw.ts"
import { until } from "./until.ts"

const moduleOf = (name: string) => new URL(`./handlers/${name}.ts`, import.meta.url).href

let house: House | undefined
afterEach(async () => {
  await house?.stop()
  house = undefined
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})
const start = async ({ env, ...options }: Partial<HouseOptions> = {}) =>
  (house = await startHouse({ port: 0, env: { ...env, LOCAL_WORKERS: "bundled" }, ...options }))

/** A new session whose document is asked for as a PDF. */
async function exporting(url: string) {
  const json = { "content-type": "application/json" }
  const made = await fetch(`${url}/v1/sessions`, { method: "POST", body: "{}", headers: json })
  const { session, token } = (await made.json()) as { session: { id: string }; token: string } // as the route answers
  const headers = { authorization: `Bearer ${token}`, "idempotency-key": frameId() }
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${url}/v1/sessions/${session.id}${path}`, { headers, ...init })
  const asked = await call("/exports", { method: "POST", body: '{"format":"pdf"}', headers: { ...json, ...headers } })
  const { export: created } = (await asked.json()) as { export: { id: string } } // as above
  return {
    asked: asked.status,
    status: async () => {
      const answer = await call(`/exports/${created.id}`)
      return ((await answer.json()) as { export: { status: string } }).export.status // as above
    },
    download: () => call(`/exports/${created.id}/download`),
    erase: () => call("", { method: "DELETE" }),
  }
}

describe("rights", () => {
  /** What is logged from now on, line by line. */
  function logged(): () => Record<string, unknown>[] {
    vi.stubEnv("LOG_LEVEL", "info")
    const lines: string[] = []
    vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0)
    return () => lines.map((line) => JSON.parse(line))
  }
  const missing = (name: string, action: string, resource: string) =>
    expect.objectContaining({ event: "rights.missing", function: name, action, resource })

  test("a $connect that may neither put nor check in its transaction refuses, and the log names both", async () => {
    const { url } = await start({ rights: { Connect: { table: ["GetItem", "DeleteItem"] } } })
    const { ticket } = await newSession(url)
    const lines = logged()
    const issued = await ticket()
    expect(await RawSocket.connect(issued.url, [issued.protocol, `ticket.${issued.ticket}`])).toBe(500)
    for (const action of ["dynamodb.putitem", "dynamodb.conditioncheckitem"])
      expect(lines()).toContainEqual(missing("connect", action, "table"))
  })

  test("posting, starting a reply and asking the index need a right each, and the log names the one that is missing", async () => {
    const { SendMessage, Sweep } = functions
    const rights = { SendMessage: { table: SendMessage.rights.table }, Sweep: { table: Sweep.rights.table } }
    const { url, clock, invocations } = await start({ rights })
    const socket = await greeted(await newSession(url))
    const lines = logged()
    socket.send({ action: "sendMessage", id: frameId(), text: "We run a bakery." })
    clock.advance(61_000)
    for (const expected of [
      missing("sendmessage", "lambda.invokefunction", "reply"),
      missing("sendmessage", "execute-api.manageconnections", "connections"),
      missing("sweep", "dynamodb.query", "index"),
    ])
      await until(() => lines().some((line) => expected.asymmetricMatch(line)))
    expect(invocations()["Reply"]).toBe(0)
    expect(socket.frames.map(({ type }) => type)).toEqual(["welcome", "synced"])
  })

  test("a file needs a right for each thing that is done with it, and the log names the one that is missing", async () => {
    const { Render } = functions
    const { url } = await start({ rights: { Render: { ...Render.rights, files: ["GetObject"] } } })
    const lines = logged()
    const { status, asked } = await exporting(url)
    expect(asked).toBe(202)
    const refused = missing("render", "s3.putobject", "files")
    await until(() => lines().some((line) => refused.asymmetricMatch(line)))
    expect(await status()).toBe("rendering")
  })

  test("a file is made, opened and removed with the rights that are deployed, by a native module and fonts beside its code", async () => {
    const { url, workers } = await start()
    const lines = logged()
    const { status, download, erase } = await exporting(url)
    await until(async () => (await status()) === "stored")
    const opened = await download()
    expect([opened.status, opened.headers.get("content-type")]).toEqual([200, "application/pdf"])
    expect((await opened.text()).slice(0, 5)).toBe("%PDF-")
    expect(workers("Render").length).toBeGreaterThan(0)
    expect((await erase()).status).toBe(204)
    await until(async () => (await fetch(opened.url)).status === 404)
    expect(lines().filter(({ event }) => event === "rights.missing")).toEqual([])
  })

  test("only keys of this house may post or invoke", async () => {
    const { url } = await start()
    const visitor = await newSession(url)
    await open(visitor)
    const [connectionId] = house?.connectionIds() ?? []
    const status = async (path: string, key: string, body: string) => {
      const authorization = `AWS4-HMAC-SHA256 Credential=${key}/20260101/us-east-1/x/aws4_request, Signature=0`
      return (await fetch(url + path, { method: "POST", headers: { authorization }, body })).status
    }
    const [post, invoke] = [`/_gateway/@connections/${connectionId}`, "/2015-03-31/functions/Reply/invocations"]
    for (const key of ["stranger", "local-Nobody", "local-Connect"])
      for (const path of [post, invoke]) expect(await status(path, key, "{}")).toBe(403)
    expect(await status(post, "local-Reply", "{}")).toBe(200)
    expect(await status(post, "local", "{}")).toBe(200)
  })
})

describe("the environment of a function", () => {
  test("is what its stack gives it and nothing of the shell; Resource knows what it is linked to", async () => {
    vi.stubEnv("CANARY", "a secret of the shell")
    vi.stubEnv("AWS_PROFILE", "real")
    vi.stubEnv("NODE_OPTIONS", "--no-deprecation")
    const { url } = await start({ modules: { Api: moduleOf("environment") }, env: { LEASE_MS: "7000" } })
    const answer = await fetch(`${url}/v1/anything`)
    const told = (await answer.json()) as {
      env: Record<string, string>
      directory: string
      linked: object
      zone: string
      heapMb: number
    } // what handlers/environment.ts returns
    expect(Object.keys(told.env).sort()).toEqual([
      "ALLOWED_ORIGINS",
      "AWS_ACCESS_KEY_ID",
      "AWS_CONFIG_FILE",
      "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI",
      "AWS_ENDPOINT_URL_CLOUDFRONT",
      "AWS_ENDPOINT_URL_DYNAMODB",
      "AWS_ENDPOINT_URL_LAMBDA",
      "AWS_ENDPOINT_URL_S3",
      "AWS_ENDPOINT_URL_SECRETS_MANAGER",
      "AWS_ENDPOINT_URL_SESV2",
      "AWS_ENDPOINT_URL_SQS",
      "AWS_EXECUTION_ENV",
      "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
      "AWS_LAMBDA_FUNCTION_NAME",
      "AWS_LAMBDA_FUNCTION_VERSION",
      "AWS_LAMBDA_LOG_GROUP_NAME",
      "AWS_LAMBDA_LOG_STREAM_NAME",
      "AWS_REGION",
      "AWS_SECRET_ACCESS_KEY",
      "AWS_SESSION_TOKEN",
      "AWS_SHARED_CREDENTIALS_FILE",
      "LAMBDA_TASK_ROOT",
      "LANG",
      "LEASE_MS",
      "LIMIT_SCALE",
      "LOG_LEVEL",
      "MODEL_PROVIDER",
      "OWNER_EMAIL",
      "RECONNECT_SPREAD_MS",
      "SITE_URL",
      "SST_KEY",
      "SST_KEY_FILE",
      "SST_RESOURCE_App",
      "TABLE_TIMEOUT_MS",
      "TZ",
      "_HANDLER",
    ])
    expect(told.env).toMatchObject({
      AWS_ACCESS_KEY_ID: "local-Api",
      AWS_LAMBDA_FUNCTION_NAME: "Api",
      LEASE_MS: "7000",
      _HANDLER: "packages/local/test/handlers/environment.handler",
      LAMBDA_TASK_ROOT: told.directory,
    })
    expect(JSON.stringify(told)).not.toContain("a secret of the shell")
    expect(Object.keys(told.linked).sort()).toEqual(["App", ...functions.Api.linked].sort())
    expect(told.zone).toBe("UTC")
    expect(told.heapMb).toBeGreaterThanOrEqual(functions.Api.memoryMb)
    expect(told.heapMb).toBeLessThan(functions.Api.memoryMb * 1.2)
  })

  test("opens the sealed resources with the right key, and fails with another", async () => {
    const directory = await mkdtemp(path.join(tmpdir(), "sealed-"))
    const handler = "packages/local/test/handlers/environment.handler"
    const key = randomBytes(32).toString("base64")
    await artefacts({ F: { handler, resources: { Table: { name: "sealed" } } } }, directory, key)
    const clock = installClock()
    const linked = async (key: string) => {
      const env = { SST_KEY: key, SST_KEY_FILE: "resource.enc", LOG_LEVEL: "silent" }
      const pool = new WorkerPool({ directory: path.join(directory, "F"), handler, env }, clock)
      const lambda = new Lambda({ F: { execute: pool.execute, timeoutMs: 5_000 } })
      const outcome = await lambda.invoke("F", {})
      pool.stop()
      return outcome.ok ? JSON.parse(outcome.payload).linked : outcome.type
    }
    expect(await linked(key)).toEqual({ Table: { name: "sealed" } })
    expect(await linked(randomBytes(32).toString("base64"))).toBe("Error")
    clock.uninstall()
    await rm(directory, { recursive: true })
  })
})

test("a function that spins or dies leaves the others working, and itself too, in a new process", async () => {
  const { url, workers } = await start({ modules: { Reply: moduleOf("worker") } })
  const reply = async (what: string, type = "RequestResponse") => {
    const headers = { authorization: "AWS4-HMAC-SHA256 Credential=local/x", "x-amz-invocation-type": type }
    const body = JSON.stringify({ do: what })
    return await fetch(`${url}/2015-03-31/functions/Reply/invocations`, { method: "POST", headers, body })
  }
  const [first] = workers("Reply")
  expect((await reply("spin", "Event")).status).toBe(202)
  await until(() => workers("Reply").some(({ busy }) => busy))
  const second = (await (await reply("answer")).json()) as { pid: number } // what handlers/worker.ts returns
  expect(second.pid).not.toBe(first?.pid)
  expect(await (await reply("exit")).json()).toMatchObject({ errorType: "Runtime.ExitError" })
  const third = (await (await reply("answer")).json()) as { pid: number } // as above
  expect([first?.pid, second.pid]).not.toContain(third.pid)
  expect((await fetch(`${url}/v1/health`)).status).toBe(200)
})

describe("a start", () => {
  const bundles = async () =>
    (await readdir(tmpdir())).filter((name) => name.startsWith(`spec-wizard-bundles-${process.pid}-`))

  test.each([
    ["cannot be bundled", "missing", /^A function cannot be bundled: .*missing\.ts.*$/],
    [
      "is not exported",
      "unnamed",
      /^A function cannot be bundled: packages\/local\/test\/handlers\/unnamed\.ts exports no handler$/,
    ],
    [
      "cannot be imported",
      "unloadable",
      /^packages\/local\/test\/handlers\/unloadable\.handler cannot .*: on its import$/,
    ],
  ])("with a function that %s ends with one line, and leaves nothing behind", async (_, name, line) => {
    const failed = await start({ modules: { Api: moduleOf(name) } }).catch((error) => error)
    expect(failed).toBeInstanceOf(StartError)
    expect(failed.message).toMatch(line)
    expect(await bundles()).toEqual([])
  })

  test("starts a process of each function that visitors wait for, and of the others when they are needed", async () => {
    const { workers, clock } = await start()
    const started = () => NAMES.filter((name) => workers(name).length > 0)
    expect(started()).toEqual(["Connect", "Disconnect", "SendMessage", "Default", "Reply", "Api"])
    clock.advance(61_000)
    await until(() => started().includes("OutboxSweep"))
  })

  test("says that it bundles, and removes the bundles when it stops", async () => {
    const said: string[] = []
    const { stop } = await start({ say: (line) => said.push(line) })
    expect(said).toEqual([`bundling ${Object.keys(functions).length} functions …`])
    expect(await bundles()).toHaveLength(1)
    await stop()
    expect(await bundles()).toEqual([])
  })

  test("removes what a killed one left behind, and not what a running one uses", async () => {
    // No process has so high an id; that of our parent runs.
    const [killed, running] = ["4194305-a", `${process.ppid}-b`].map((id) =>
      path.join(tmpdir(), `spec-wizard-bundles-${id}`),
    )
    if (!killed || !running) throw new Error("two folders")
    for (const directory of [killed, running]) await mkdir(directory, { recursive: true })
    const { remove } = await buildBundles({})
    expect([existsSync(killed), existsSync(running)]).toEqual([false, true])
    await remove()
    await rm(running, { recursive: true })
  })
})
