import { PassThrough } from "node:stream"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { limitFrames } from "../src/gateway/frame-limit.ts"

const LIMIT = 200

/** A client's frame: header, mask and that many bytes. */
function frame(length: number): Buffer {
  const size =
    length < 126
      ? Buffer.from([0x80 | length])
      : length < 65_536
        ? Buffer.from([0x80 | 126, length >> 8, length & 0xff])
        : Buffer.from([0x80 | 127, 0, 0, 0, 0, 0, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff])
  return Buffer.concat([Buffer.from([0x81]), size, Buffer.from([1, 2, 3, 4]), Buffer.alloc(length, 0xff)])
}

/** How often `onLarger` was called when these bytes came in pieces of these sizes. */
function calls(bytes: Buffer, pieces: number[]): number {
  const socket = new PassThrough()
  let larger = 0
  limitFrames(socket, LIMIT, () => larger++)
  let at = 0
  for (const size of pieces) {
    socket.emit("data", bytes.subarray(at, at + size))
    at += size
  }
  socket.emit("data", bytes.subarray(at))
  return larger
}

const pieces = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 50 })

test("frames up to the limit pass, however the bytes arrive", () => {
  void fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: LIMIT }), { maxLength: 20 }), pieces, (lengths, sizes) => {
      expect(calls(Buffer.concat(lengths.map(frame)), sizes)).toBe(0)
    }),
  )
})

test("the first larger one is reported once, wherever it stands and however the bytes arrive", () => {
  void fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: LIMIT }), { maxLength: 10 }),
      fc.oneof(fc.integer({ min: LIMIT + 1, max: 70_000 }), fc.constant(65_535), fc.constant(65_536)),
      pieces,
      (before, larger, sizes) => {
        const bytes = Buffer.concat([...before.map(frame), frame(larger), frame(larger)])
        expect(calls(bytes, sizes)).toBe(1)
      },
    ),
  )
})
