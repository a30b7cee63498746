/** `pnpm start`: everything on this machine, until it is told to stop. */
import path from "node:path"
import * as log from "@spec-wizard/core/log"
import { startHouse } from "./house.ts"
import { parse, StartError } from "./settings.ts"
import { buildSite } from "./site-build.ts"

const say = (line: string) => process.stdout.write(`${line}\n`)

/** `pnpm start` runs in the root; the data lies where it was called from only when told so by an absolute path. */
const root = path.resolve(import.meta.dirname, "../../..")

try {
  const { port, dataDir } = parse(process.env)
  const [house] = await Promise.all([startHouse({ port, dataDir: path.resolve(root, dataDir) }), buildSite(say)])
  say(`ready ${house.url}`)

  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= house.stop().then(() => process.exit(0))
  }
  process.on("SIGINT", stop).on("SIGTERM", stop)
  // Lambda would lose one environment; the house stays.
  process.on("unhandledRejection", (error) => log.error("process.unhandled_rejection", {}, error))
  process.on("uncaughtException", (error) => log.error("process.uncaught_exception", {}, error))
} catch (error) {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`)
  else console.error(error)
  process.exit(1)
}
