/** `pnpm start`: everything on this machine, until it is told to stop. */
import path from "node:path"
import * as log from "@spec-wizard/core/log"
import type { Env } from "./environment.ts"
import { ROOT } from "./functions.ts"
import { type House, startHouse } from "./house.ts"
import { parse, StartError } from "./settings.ts"
import { buildSite } from "./site-build.ts"

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Asked to stop before it was ready, it stops as soon as it is; asked twice, or when that takes too long, at once. */
const opened = Promise.withResolvers<House>()
let isStopping = false
async function stop() {
  if (isStopping) process.exit(1)
  isStopping = true
  setTimeout(() => process.exit(1), 5_000).unref()
  const house = await opened.promise
  await house.stop()
  process.exit(0)
}

try {
  process.on("SIGINT", stop).on("SIGTERM", stop)
  // Nobody reads what we print any more: a log line must not become an error that is logged.
  process.stdout.on("error", () => {})
  process.stderr.on("error", () => {})
  // Lambda would lose one environment; the house stays.
  process.on("unhandledRejection", (error) => log.error("process.unhandled_rejection", {}, error))
  process.on("uncaughtException", (error) => log.error("process.uncaught_exception", {}, error))
  const env = await asked(process.argv.slice(2))
  const { port, dataDir } = parse({ ...process.env, ...env })
  const [house] = await Promise.all([
    startHouse({ port, dataDir: path.resolve(ROOT, dataDir), env, say }),
    buildSite(say),
  ])
  opened.resolve(house)
  if (!isStopping) say(`ready ${house.url}`)
} catch (error) {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`)
  else console.error(error)
  process.exit(1)
}

/**
 * Settings that stand in the arguments: `--bundled`, and `--model-stand-in` for a model that is a program on this machine.
 * @throws {StartError}
 */
async function asked(args: string[]): Promise<Env> {
  const unknown = args.find((arg) => arg !== "--bundled" && arg !== "--model-stand-in")
  if (unknown !== undefined)
    throw new StartError(`start knows --bundled, --model-stand-in and no other argument: ${unknown} is not known.`)
  return {
    ...(args.includes("--bundled") && { LOCAL_WORKERS: "bundled" }),
    ...(args.includes("--model-stand-in") && (await standIn())),
  }
}

/** It ends with this process. */
async function standIn(): Promise<Env> {
  const [{ openStandIn }, { interviewing }] = await Promise.all([
    import("./stand-in/stand-in.ts"),
    import("./stand-in/interviewer/interviewing.ts"),
  ])
  const { baseUrls } = await openStandIn({ script: interviewing })
  return { MODEL_PROVIDER: "anthropic", MODEL_BASE_URL: baseUrls.anthropic, MODEL_API_KEY: "stand-in" }
}
