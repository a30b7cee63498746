import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { createInterface } from "node:readline"
import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb"
import { type Api, type Chat, createApi, openChat, type Timing } from "@spec-wizard/client"
import { freePort, startDynamoDB } from "../../src/engine/dynamodb.ts"
import { MANAGEMENT_PATH, TABLE_NAME } from "../../src/environment.ts"
import { signal } from "../until.ts"
import { FaultProxy } from "./proxy.ts"

const ENTRY = path.resolve(import.meta.dirname, "../../run.mjs")

/** Short leases and sweeps, so that what production waits a minute for takes seconds here; a busy machine needs some of them to start a worker. */
const SETTINGS = { LEASE_MS: "6000", SWEEP_MS: "1000", RECONNECT_SPREAD_MS: "300" }

/** Replies need processes of their own in any case. */
const WORKERS = process.env["LOCAL_WORKERS"] === "bundled" ? "bundled" : "process"

/** The same for clients. */
const TIMING: Partial<Timing> = {
  syncTurnMs: 700,
  syncIdleMs: 1_500,
  answerMs: 3_000,
  ackMs: 2_000,
  quickMs: 100,
  spreadMs: 300,
  stableMs: 500,
}

/**
 * The product as real processes: the engine, the server with its reply workers, and between them two proxies in which a test can break
 * things. The engine outlives the server, as DynamoDB would.
 */
export class Stage {
  readonly table: FaultProxy
  readonly posts: FaultProxy
  readonly #engine: Awaited<ReturnType<typeof startDynamoDB>>
  readonly #port: number
  /** Mails and secrets, which outlive the server too. */
  readonly #dataDir: string
  readonly #chats = new Set<Chat>()
  #server: ChildProcess | undefined
  /** Everything the server printed. */
  output = ""

  private constructor(parts: {
    table: FaultProxy
    posts: FaultProxy
    engine: Awaited<ReturnType<typeof startDynamoDB>>
    port: number
    dataDir: string
  }) {
    this.table = parts.table
    this.posts = parts.posts
    this.#engine = parts.engine
    this.#port = parts.port
    this.#dataDir = parts.dataDir
  }

  static async open(): Promise<Stage> {
    const [table, posts, engine, port, dataDir] = await Promise.all([
      FaultProxy.open(),
      FaultProxy.open(),
      startDynamoDB({}),
      freePort(),
      mkdtemp(path.join(tmpdir(), "stage-")),
    ])
    table.connect(engine.endpoint)
    const stage = new Stage({ table, posts, engine, port, dataDir })
    posts.connect(stage.management)
    await stage.startServer()
    return stage
  }

  /** The real management API, behind the proxy. */
  get management(): string {
    return `http://127.0.0.1:${this.#port}${MANAGEMENT_PATH}`
  }

  /** The management API wants to see a signature; here nobody checks it. */
  readonly signed = { authorization: "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/execute-api/aws4_request" }

  get url(): string {
    return `http://localhost:${this.#port}`
  }

  async startServer(): Promise<void> {
    const server = spawn(process.execPath, [ENTRY, "main"], {
      env: {
        ...process.env,
        ...SETTINGS,
        LOCAL_WORKERS: WORKERS,
        LOG_LEVEL: "info",
        PORT: String(this.#port),
        DATA_DIR: this.#dataDir,
        AWS_ENDPOINT_URL_DYNAMODB: this.table.url,
        AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI: this.posts.url,
      },
      stdio: ["ignore", "pipe", "pipe"],
    })
    this.#server = server
    server.stderr.on("data", (data) => (this.output += data))
    const lines = createInterface({ input: server.stdout })
    lines.on("line", (line) => (this.output += `${line}\n`))
    await new Promise<void>((resolve, reject) => {
      lines.on("line", (line) => line.startsWith("ready ") && resolve())
      server.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${this.output}`)))
    })
  }

  /** As a power cut would: no handler runs, nothing is flushed. Its workers go with it. */
  async killServer(): Promise<void> {
    const server = this.#server
    if (!server) return
    const processes = this.#functions()
    server.kill("SIGKILL")
    for (const { pid } of processes) this.signal(pid, "SIGKILL")
    await once(server, "exit")
  }

  /** Process ids of the workers that write replies. */
  workers(): number[] {
    return this.#functions().flatMap(({ pid, command }) => (command.includes("/reply.handler") ? [pid] : []))
  }

  /** Every process that runs a function. */
  #functions(): { pid: number; command: string }[] {
    return childrenOf(this.#server?.pid ?? 0)
      .map((pid) => ({ pid, command: commandOf(pid) }))
      .filter(({ command }) => command.includes("lambda-runner"))
  }

  signalWorkers(name: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void {
    for (const pid of this.workers()) this.signal(pid, name)
  }

  signal(pid: number | undefined, name: NodeJS.Signals): void {
    if (pid !== undefined) signal(pid, name)
  }

  api(token?: string): Api {
    return createApi({ baseUrl: this.url, ...(token && { token }) })
  }

  open(api: Api, sessionId: string, timing: Partial<Timing> = {}): Chat {
    const chat = openChat({ api, sessionId, timing: { ...TIMING, ...timing } })
    this.#chats.add(chat)
    return chat
  }

  /** A new session with its first client. */
  async visitor(): Promise<{ api: Api; sessionId: string; chat: Chat }> {
    const api = this.api()
    const { session } = await api.sessions.create({ locale: "en" })
    return { api, sessionId: session.id, chat: this.open(api, session.id) }
  }

  /** Everything in the table, as text. */
  async dump(): Promise<string> {
    const credentials = { accessKeyId: "local", secretAccessKey: "local" }
    const client = new DynamoDBClient({ endpoint: this.#engine.endpoint, region: "us-east-1", credentials })
    const { Items: items } = await client.send(new ScanCommand({ TableName: TABLE_NAME }))
    client.destroy()
    return JSON.stringify(items)
  }

  async close(): Promise<void> {
    for (const chat of this.#chats) chat.close()
    await this.killServer()
    this.table.close()
    this.posts.close()
    await this.#engine.stop()
    await rm(this.#dataDir, { recursive: true })
  }
}

function childrenOf(pid: number): number[] {
  const tasks = `/proc/${pid}/task`
  if (!existsSync(tasks)) return []
  return readdirSync(tasks).flatMap((task) =>
    readFileSync(`${tasks}/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
  )
}

function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`
  return existsSync(file) ? readFileSync(file, "utf8") : ""
}
