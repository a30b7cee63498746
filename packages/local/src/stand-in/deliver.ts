import { once } from "node:events"
import type { ServerResponse } from "node:http"
import { setImmediate, setTimeout } from "node:timers/promises"
import type { Delivery } from "./delivery.ts"
import type { Play, Split } from "./play.ts"

/**
 * Settles when nothing more will be written. `gone` aborts when the client has hung up.
 * @returns whether it was us who closed the connection
 */
export async function deliver(
  response: ServerResponse,
  delivery: Delivery,
  { split = "event", paceMs = 0 }: Pick<Play, "split" | "paceMs">,
  gone: AbortSignal,
  sent: (bytes: number) => void,
): Promise<boolean> {
  await wait(delivery.slowMs, gone)
  if (delivery.then === "reset") {
    response.socket?.resetAndDestroy()
    return true
  }
  response.writeHead(delivery.status, delivery.headers)
  response.flushHeaders()
  for (const [at, piece] of cut(delivery.body, split).entries()) {
    if (at > 0) await wait(paceMs, gone)
    if (gone.aborted) return false
    // Back when the bytes have left: what is not waited for is joined into one write.
    await new Promise((resolve) => response.write(piece, resolve))
    sent(piece.length)
  }
  if (delivery.then === "stall") await hungUp(gone)
  if (gone.aborted) return false
  if (delivery.then === "drop") response.socket?.destroy()
  else response.end()
  return true
}

function cut(frames: Buffer[], split: Split): Buffer[] {
  if (split === "event") return frames
  const bytes = Buffer.concat(frames)
  const size = split === "byte" ? 1 : split
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
}

async function wait(ms: number, gone: AbortSignal): Promise<void> {
  if (ms === Number.POSITIVE_INFINITY) return await hungUp(gone)
  const waited = ms > 0 ? setTimeout(ms, undefined, { signal: gone }) : setImmediate(undefined, { signal: gone })
  await waited.catch(() => {})
}

async function hungUp(gone: AbortSignal): Promise<void> {
  if (!gone.aborted) await once(gone, "abort")
}
