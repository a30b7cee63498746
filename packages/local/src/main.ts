/** `pnpm start`: everything on this machine, until it is told to stop. */
import path from "node:path"
import { parseArgs } from "node:util"
import * as log from "@spec-wizard/core/log"
import { WHOLE_MS } from "@spec-wizard/core/protocol/turn"
import type { Env } from "./environment.ts"
import { ROOT } from "./functions.ts"
import { type House, startHouse } from "./house.ts"
import { localModel } from "./local-model.ts"
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
  // Whoever has named nobody may not know that they could.
  const isNamed = Boolean(env["MODEL_PROVIDER"] || process.env["MODEL_PROVIDER"])
  const { port, dataDir } = parse({ ...process.env, ...env })
  const [house] = await Promise.all([
    startHouse({ port, dataDir: path.resolve(ROOT, dataDir), env, say }),
    buildSite(say),
  ])
  opened.resolve(house)
  if (!isStopping) say(`ready ${house.url}`)
  const hint = isNamed ? undefined : await localModel(process.env)
  if (hint && !isStopping) say(hint)
} catch (error) {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`)
  else console.error(error)
  process.exit(1)
}

/**
 * Settings that stand in the arguments: `--bundled`; `--model-stand-in` for a model that is a program on this machine, and `--model-by-hand
 * FOLDER` for one that is whoever writes its answers there.
 * @throws {StartError}
 */
async function asked(args: string[]): Promise<Env> {
  const { values, unknown } = read(args)
  if (unknown !== undefined)
    throw new StartError(
      `start knows --bundled, --model-stand-in, --model-by-hand FOLDER and no other argument: ${unknown} is not known.`,
    )
  const { "model-by-hand": folder } = values
  return {
    ...(values.bundled && { LOCAL_WORKERS: "bundled" }),
    ...(values["model-stand-in"] && (await standIn())),
    ...(folder !== undefined && (await byHand(folder))),
  }
}

function read(args: string[]) {
  const options = {
    bundled: { type: "boolean" },
    "model-stand-in": { type: "boolean" },
    "model-by-hand": { type: "string" },
  } as const
  const { values, tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true })
  const known = (name: string): name is keyof typeof options => name in options
  const strange = tokens.find((token) => token.kind !== "option" || !known(token.name))
  const folder = values["model-by-hand"]
  const unknown = strange ? (strange.kind === "option" ? strange.rawName : args[strange.index]) : undefined
  if (folder === true || folder === "") throw new StartError("--model-by-hand needs a folder: --model-by-hand answers")
  return { values: { ...values, "model-by-hand": folder === undefined ? undefined : String(folder) }, unknown }
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

/** A person has as long for an answer as a turn has, and costs nothing. */
async function byHand(folder: string): Promise<Env> {
  const [{ openStandIn }, { byHand }] = await Promise.all([
    import("./stand-in/stand-in.ts"),
    import("./stand-in/by-hand.ts"),
  ])
  const { baseUrls } = await openStandIn({ script: byHand(path.resolve(process.env["INIT_CWD"] ?? "", folder), say) })
  const budgets = ["TURN", "SESSION", "IP_DAY", "DAY"].map((name) => [`BUDGET_${name}_USD`, "1000"])
  return {
    MODEL_PROVIDER: "anthropic",
    MODEL_BASE_URL: baseUrls.anthropic,
    MODEL_API_KEY: "by-hand",
    MODEL_TIMEOUT_MS: String(WHOLE_MS),
    ...Object.fromEntries(budgets),
  }
}
