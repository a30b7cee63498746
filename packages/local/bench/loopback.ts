import { Agent, request } from "node:http"
import { child } from "./child.ts"

export type Loopback = { url: string; stop(): Promise<void> }

/** An AWS endpoint of which only the distance is left. */
export async function loopback(roundTripMs: number): Promise<Loopback> {
  const process = child("loopback", [String(roundTripMs)])
  const url = await process.told()
  if (typeof url !== "string") throw new Error("no address")
  return { url, stop: process.stop }
}

const agent = new Agent({ keepAlive: true })

/** The floor of any call: one POST over a kept connection, not signed, its answer read and parsed. */
export function post(url: string, headers: Record<string, string>, body: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body)
    const call = request(
      url,
      { method: "POST", agent, headers: { ...headers, "content-length": length } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on("data", (chunk: Buffer) => chunks.push(chunk))
        answer.on("error", reject)
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString()
          if (answer.statusCode === 200) resolve(JSON.parse(text))
          else reject(new Error(`answered ${answer.statusCode}: ${text}`))
        })
      },
    )
    call.on("error", reject)
    call.end(body)
  })
}
