import type { Server } from "node:http"
import type { Rights } from "@spec-wizard/infra/functions"
import { accessOf, openBundled } from "./bundled.ts"
import { installClock, type MovableClock } from "./clock.ts"
import { ensureTables, openData, openFiles } from "./data.ts"
import type { Mail, Mailbox } from "./engine/mailbox.ts"
import type { QueueCounts } from "./engine/sqs.ts"
import { assertLoopback, type Env, environment, originsOf, resources, setEnvironment } from "./environment.ts"
import { startErasing } from "./erasing.ts"
import { createFunctions, type FunctionName, handlerNameOf, ROOT, ROUTES } from "./functions.ts"
import { createOrigin, type Parts } from "./gateway/server.ts"
import { type Quotas, WebSocketGateway } from "./gateway/websocket.ts"
import { Greetings } from "./greetings.ts"
import type { Worker } from "./lambda-process.ts"
import { operatorTokenHash } from "./operator-token.ts"
import { createServices } from "./services.ts"
import { parse, StartError } from "./settings.ts"
import { SITE } from "./site-build.ts"
import { startTriggers } from "./triggers.ts"

export type HouseOptions = {
  /** 0: any free one. */
  port: number
  /** Without it tables, mails and secrets live in memory. */
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
  /** Every mail that was sent, the newest last. */
  mail(): readonly Mail[]
  /** Tells of the next mail to an address. */
  mailbox: Pick<Mailbox, "next">
  /** What is in the queues, and what was laid aside. */
  queues(): Promise<Record<string, QueueCounts>>
  /** Where the object storage answers. */
  storage: string
  /** Undefined when DynamoDB was brought by `AWS_ENDPOINT_URL_DYNAMODB`. */
  enginePid(): number | undefined
  stop(): Promise<void>
}

/** What runs of it must end is remembered while it starts, so that a start that fails leaves nothing behind. */
type Ending = () => unknown

/** Handlers keep the address that they read when they were loaded, so a process keeps its port for life. */
let keptPort: number | undefined

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
  const data = await openData(options.dataDir, given["AWS_ENDPOINT_URL_DYNAMODB"], endings)
  const { mailbox, secrets, enginePid } = data
  secrets.lend("ModelKey", given["MODEL_API_KEY"] || "none")
  const port = await listen(origin, options.port || keptPort || 0)
  keptPort = port
  endings.push(() => close(origin))

  const { say = () => {} } = options
  const access = workers === "bundled" ? accessOf(options.rights) : undefined
  const storage = await openFiles(options.dataDir, { origins: originsOf(given, port), access }, endings)
  const owner = { OPERATOR_TOKEN_HASH: given["OPERATOR_TOKEN_HASH"] || (await operatorTokenHash(options.dataDir, say)) }
  const addresses = { port, dynamodb: data.dynamodb, files: storage.endpoint }
  const env = environment({ ...given, ...owner }, { ...addresses, sealKey: secrets.sealKey })
  assertLoopback(env)
  endings.push(setEnvironment(env))

  const endpoint = env["AWS_ENDPOINT_URL_DYNAMODB"] ?? ""
  const handlerOf = (name: FunctionName) => handlerNameOf(name, options.modules ?? {})
  const linked = resources(port, env, secrets.sealKey)
  const bundled = access && (await openBundled({ env, linked, handlerOf, access, say }, endings))
  const sourceOf = (name: FunctionName) => ({ directory: ROOT, handler: handlerOf(name) })
  const functions = createFunctions({ clock, workers, environmentOf: bundled?.environmentOf ?? sourceOf })
  const { lambda } = functions
  endings.push(() => functions.stop())
  const { services, queues, stop: stopServices } = createServices({ env, lambda, mailbox, secrets })
  endings.push(stopServices)
  endings.push(() => lambda.stop(500))
  await Promise.all([functions.load(), ensureTables(endpoint)])
  const greetings = new Greetings({
    clock,
    isBusy: () => gateway.isBusy,
    sweep: () => lambda.enqueue("Sweep", "{}"),
  })
  endings.push(() => greetings.stop())
  const gateway = new WebSocketGateway(lambda, ROUTES, options.quotas, () => greetings.opened())
  endings.push(() => gateway.stop())

  const triggers = startTriggers({
    clock,
    lambda,
    queues,
    minuteMs: sweepMs,
    dynamodb: endpoint,
    dataDir: options.dataDir,
  })
  const erasing = startErasing({
    clock,
    everyMs: sweepMs,
    dynamodb: endpoint,
    mailbox,
    dataDir: data.isEmbedded ? options.dataDir : undefined,
    stream: triggers,
  })
  endings.push(() => triggers.stop())
  endings.push(() => erasing.stop())

  const site = options.site ?? SITE
  const downloads = { files: storage.files, secrets, siteUrl: env["SITE_URL"] ?? "" }
  ready.resolve({ port, lambda, gateway, clock, api: "Api", site, mailbox, services, downloads, access })
  return {
    url: `http://localhost:${port}`,
    port,
    clock,
    invocations: () => lambda.invocations,
    connectionIds: () => gateway.connectionIds,
    workers: (name) => functions.poolOf(name)?.workers ?? [],
    mail: () => mailbox.mails,
    mailbox,
    queues: () => queues.counts(),
    storage: storage.endpoint,
    enginePid,
  }
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
