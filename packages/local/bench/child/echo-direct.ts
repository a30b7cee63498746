/** The floor of an echo: each frame goes straight back to its socket. Tells its address. */
import { WebSocketServer } from "ws"

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false })
server.on("connection", (socket) => {
  socket.on("message", (data, isBinary) => socket.send(data, { binary: isBinary }))
})
server.on("listening", () => {
  const address = server.address()
  if (address !== null && typeof address === "object") process.send?.(`ws://127.0.0.1:${address.port}/ws`)
})
process.on("disconnect", () => process.exit())
