/** The local house, with a handler that echoes for every route. Tells its address. */
import { startHouse } from "../../src/house.ts"

const handler = import.meta.resolve("./echo-handler.ts")
const house = await startHouse({
  port: 0,
  modules: { Connect: handler, Disconnect: handler, SendMessage: handler, Default: handler },
})
process.send?.(`ws://127.0.0.1:${house.port}/ws`)
process.on("SIGTERM", async () => {
  await house.stop()
  process.exit()
})
process.on("disconnect", () => process.exit())
