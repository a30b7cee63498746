/** `loopback.ts <round trip ms>`: a service that takes any request and answers `{}` after the round trip. Tells its address. */
import { createServer } from "node:http"

const roundTripMs = Number(process.argv[2] ?? 0)

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const answer = () => {
    response.writeHead(200, { "content-type": "application/x-amz-json-1.0", "content-length": 2 })
    response.end("{}")
  }
  request.resume()
  request.on("end", () => (roundTripMs > 0 ? setTimeout(answer, roundTripMs) : answer()))
})
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  if (address !== null && typeof address === "object") process.send?.(`http://127.0.0.1:${address.port}`)
})
process.on("disconnect", () => process.exit())
