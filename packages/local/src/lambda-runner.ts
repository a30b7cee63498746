/**
 * The inside of a worker process: `node lambda-runner.ts <handler> <clock offset>`, in the directory that the handler's path starts from;
 * then one order after another from the parent.
 */
import * as log from "@spec-wizard/core/log"
import { installClock } from "./clock.ts"
import { failed, type Outcome } from "./lambda.ts"
import { call, handlerOf } from "./lambda-handler.ts"
import { LOADED, Order } from "./lambda-order.ts"

const [handler = "", offsetMs = "0"] = process.argv.slice(2)
const clock = installClock(Number(offsetMs))
const load = handlerOf({ directory: process.cwd(), handler })

function unloadable(error: unknown): Outcome {
  log.error("handler.unloadable", {}, error)
  // No visitor has said anything yet that the message could quote.
  return { ...failed(error), message: error instanceof Error ? error.message : "It could not be imported." }
}

process.on("disconnect", () => process.exit()) // the parent is gone
process.stdout.on("error", () => {}) // nobody reads the log any more
process.on("SIGINT", () => {}) // Ctrl-C reaches the whole group; the parent decides

process.on("message", async (message) => {
  const order = Order.parse(message)
  if (order.type === "clock") return clock.advance(order.offsetMs - clock.offsetMs())
  if (order.type === "load") return process.send?.(await load().then(() => LOADED, unloadable))
  const handler = await load()
  process.send?.(await call(handler, order.event, order.context, order.timeoutMs))
})
