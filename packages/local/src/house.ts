import type { Server } from "node:http"
import * as log from "@spec-wizard/core/log"
import type { Rights } from "@spec-wizard/infra/functions"
import { openBundled } from "./bundled.ts"
import { installClock, type MovableClock } from "./clock.ts"
import { type Engine, startDynamoDB } from "./engine/dynamodb.ts"
import { createExpiry } from "./engine/expiry.ts"
import { ensureTable } from "./engine/table.ts"
import { assertLoopback, type Env, environment, resources, setEnvironment, TABLE_NAME } from "./environment.ts"
import { createFunctions, type FunctionName, handlerNameOf, ROOT, ROUTES } from "./functions.ts"
import { createOrigin, type Parts } from "./gateway/server.ts"
import { type Quotas, WebSocketGateway } from "./gateway/websocket.ts"
import type { Worker } from "./lambda-process.ts"
import { startSchedule } from "./schedule.ts"
import { parse, StartError } from "./settings.ts"
import { SITE } from "./site-build.ts"

export type HouseOptions = {
  /** 0: any free one. */
  port: number
  /** Without it the table lives in memory. */
  dataDir?: string
  /** Settings beside, and before, those of the process. */
  env?: Env
  /** Other modules than the deployed ones, for tests: file URLs. */
  modules?: Partial<Record<FunctionName, string>>
  /** Other rights than the deployed ones, for tests of the bundled run. */
  rights?: Partial<Record<FunctionName, Rights>>
  quotas?: Partial<Quotas>
  /** Directory of the built page. */
  site?: string
  /** Told what takes its time. */
  say?: (line: string) => void
}

export type House = {
  url: string
  port: number
  clock: MovableClock
  /** How often each function was started. */
  invocations(): Record<string, number>
  connectionIds(): string[]
  /** A function's processes, when it runs in processes of its own. */
  workers(name: FunctionName): Worker[]
  /** Undefined when DynamoDB was brought by `AWS_ENDPOINT_URL_DYNAMODB`. */
  enginePid(): number | undefined
  stop(): Promise<void>
}

/** What runs of it must end is remembered while it starts, so that a start that fails leaves nothing behind. */
type Ending = () => unknown

/** Handlers keep what they read when they were loaded, so a process keeps its addresses for life. */
const kept: { port?: number; enginePort?: number } = {}

let isOpen = false

/** The whole product on this machine. One at a time in a process, for it sets the environment and the clock of its process. */
export async function startHouse(options: HouseOptions): Promise<House> {
  if (isOpen) throw new StartError("A house already runs in this process.")
  isOpen = true
  const endings: Ending[] = [() => (isOpen = false)]
  const stop = async () => {
    for (const end of endings.splice(0).reverse()) await end()
  }
  try {
    return { ...(await open(options, endings)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function open(options: HouseOptions, endings: Ending[]): Promise<Omit<House, "stop">> {
  const given = { ...process.env, ...options.env }
  const { workers, sweepMs } = parse(given)
  const clock = installClock()
  endings.push(() => clock.uninstall())

  const ready = Promise.withResolvers<Parts>()
  ready.promise.catch(() => {}) // whoever waits for it hears it too
  endings.push(() => ready.reject(new StartError("The house did not start.")))
  const origin = createOrigin(ready.promise)
  const brought = given["AWS_ENDPOINT_URL_DYNAMODB"]
  const engine = brought ? undefined : await openEngine(options, endings)
  const port = await listen(origin, options.port || kept.port || 0)
  kept.port = port
  endings.push(() => close(origin))

  const env = environment(given, { port, dynamodb: brought || engine?.endpoint || "" })
  assertLoopback(env)
  endings.push(setEnvironment(env))

  const endpoint = env["AWS_ENDPOINT_URL_DYNAMODB"] ?? ""
  const handlerOf = (name: FunctionName) => handlerNameOf(name, options.modules ?? {})
  const linked = resources(port, env["AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI"] ?? "")
  const { say = () => {}, rights } = options
  const bundled =
    workers === "bundled" ? await openBundled({ env, linked, handlerOf, rights, say }, endings) : undefined
  const sourceOf = (name: FunctionName) => ({ directory: ROOT, handler: handlerOf(name) })
  const functions = createFunctions({ clock, workers, environmentOf: bundled?.environmentOf ?? sourceOf })
  const { lambda } = functions
  endings.push(() => functions.stop())
  endings.push(() => lambda.stop(500))
  await Promise.all([functions.load(), ensureTable(endpoint, TABLE_NAME)])
  const gateway = new WebSocketGateway(lambda, ROUTES, options.quotas)
  endings.push(() => gateway.stop())

  const expiry = createExpiry(endpoint, TABLE_NAME)
  const schedule = startSchedule(clock, sweepMs, () => {
    lambda.enqueue("Sweep", JSON.stringify({ source: "aws.events", "detail-type": "Scheduled Event", detail: {} }))
    expiry.sweep().catch((error) => log.warn("expiry.failed", {}, error))
  })
  endings.push(() => schedule.stop())

  ready.resolve({ port, lambda, gateway, clock, api: "Api", site: options.site ?? SITE, access: bundled?.access })
  return {
    url: `http://localhost:${port}`,
    port,
    clock,
    invocations: () => lambda.invocations,
    connectionIds: () => gateway.connectionIds,
    workers: (name) => functions.poolOf(name)?.workers ?? [],
    enginePid: () => engine?.pid(),
  }
}

async function openEngine(options: HouseOptions, endings: Ending[]): Promise<Engine> {
  const { dataDir } = options
  const engine = await startDynamoDB({
    ...(dataDir && { dataDir }),
    ...(kept.enginePort && { port: kept.enginePort }),
    // A table in memory went with the engine: an empty one takes its place.
    onRestart: () => ensureTable(engine.endpoint, TABLE_NAME),
  })
  kept.enginePort = engine.port
  endings.push(() => engine.stop())
  return engine
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new StartError(`Port ${port} is taken by another program: set PORT to a free one.`)
          : error.code === "EACCES"
            ? new StartError(`Port ${port} may not be used by this account: set PORT to one above 1023.`)
            : error,
      ),
    )
    server.listen(port, "127.0.0.1", resolve)
  })
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port")
  return address.port
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}
