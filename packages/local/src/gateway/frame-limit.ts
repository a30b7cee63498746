import type { Duplex } from "node:stream"

/**
 * Calls `onLarger` once when a data frame on this socket announces more than `limitBytes`. `ws` limits whole messages, the gateway
 * limits each frame of them too, so the headers are read here beside it.
 *
 * A header is 2 bytes (fin and opcode; mask and length), then 2 bytes of length when that length is 126 or 8 when it is 127, then
 * 4 bytes of mask. @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
export function limitFrames(socket: Duplex, limitBytes: number, onLarger: () => void): void {
  let header: number[] = []
  let payloadLeft = 0

  const read = (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; ) {
      if (payloadLeft > 0) {
        const skipped = Math.min(payloadLeft, chunk.length - at)
        payloadLeft -= skipped
        at += skipped
        continue
      }
      header.push(chunk[at++] ?? 0)
      const length = payloadLength(header)
      if (length === undefined) continue
      if (length > limitBytes) {
        socket.off("data", read)
        return onLarger()
      }
      payloadLeft = length
      header = []
    }
  }
  socket.prependListener("data", read) // before `ws`, which would otherwise pass the frame on first
}

/** Undefined while the header is incomplete. */
function payloadLength(header: number[]): number | undefined {
  const [, second] = header
  if (second === undefined) return undefined
  const short = second & 0x7f
  const lengthBytes = short === 127 ? 8 : short === 126 ? 2 : 0
  const maskBytes = second & 0x80 ? 4 : 0
  if (header.length < 2 + lengthBytes + maskBytes) return undefined
  if (lengthBytes === 0) return short
  return header.slice(2, 2 + lengthBytes).reduce((length, byte) => length * 256 + byte, 0)
}
