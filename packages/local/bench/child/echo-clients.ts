/**
 * `echo-clients.ts <address> <clients> <ms>`: every client sends a frame, waits for it to come back, and sends the next. Tells how many
 * came back a second and the median time of one, in milliseconds.
 */
import { once } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import { WebSocket } from "ws"
import { median } from "../statistics.ts"

const [address = "", clients = "1", ms = "1000"] = process.argv.slice(2)
const WARM_UP_MS = 400
const FRAME = JSON.stringify({
  action: "sendMessage",
  id: "message-1",
  text: "We bake bread. ".repeat(7).slice(0, 100),
})

let counting = false
const times: number[] = []

const sockets = await Promise.all(
  Array.from({ length: Number(clients) }, async () => {
    const socket = new WebSocket(address, { perMessageDeflate: false })
    await once(socket, "open")
    return socket
  }),
)
for (const socket of sockets) {
  let sentAt = performance.now()
  const send = () => {
    sentAt = performance.now()
    socket.send(FRAME)
  }
  socket.on("message", () => {
    if (counting) times.push(performance.now() - sentAt)
    send()
  })
  send()
}
await sleep(WARM_UP_MS)
counting = true
const startedAt = performance.now()
await sleep(Number(ms))
counting = false
const seconds = (performance.now() - startedAt) / 1_000
process.send?.({ perSecond: times.length / seconds, medianMs: median(times) }, () => process.exit())
