/** The inside of a worker process: `node lambda-runner.ts <module> <clock offset>`, then one order after another from the parent. */
import { installClock } from "./clock.ts"
import { call, handlerOf } from "./lambda-handler.ts"
import { Order } from "./lambda-process.ts"

const [module = "", offsetMs = "0"] = process.argv.slice(2)
const clock = installClock(Number(offsetMs))
const load = handlerOf(module)

process.on("disconnect", () => process.exit()) // the parent is gone
process.stdout.on("error", () => {}) // nobody reads the log any more
process.on("SIGINT", () => {}) // Ctrl-C reaches the whole group; the parent decides

process.on("message", async (message) => {
  const order = Order.parse(message)
  if (order.type === "clock") return clock.advance(order.offsetMs - clock.offsetMs())
  const handler = await load()
  process.send?.(await call(handler, order.event, order.context, order.timeoutMs))
})
