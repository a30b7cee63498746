import { crc32 } from "node:zlib"

const STRING = 7

/**
 * One message of AWS's event streams: the lengths of all and of the headers, a checksum of both, headers, payload, a checksum of it all.
 * @see https://smithy.io/2.0/aws/amazon-eventstream.html
 */
export function message(headers: Record<string, string>, payload: string): Buffer {
  const head = Buffer.concat(Object.entries(headers).map(([name, value]) => header(name, value)))
  const body = Buffer.from(payload)
  const prelude = Buffer.alloc(8)
  prelude.writeUInt32BE(8 + 4 + head.length + body.length + 4, 0)
  prelude.writeUInt32BE(head.length, 4)
  const before = Buffer.concat([prelude, checksum(prelude), head, body])
  return Buffer.concat([before, checksum(before)])
}

function header(name: string, value: string): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(Buffer.byteLength(value))
  return Buffer.concat([
    Buffer.from([name.length]),
    Buffer.from(name),
    Buffer.from([STRING]),
    length,
    Buffer.from(value),
  ])
}

function checksum(bytes: Buffer): Buffer {
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(bytes))
  return sum
}
