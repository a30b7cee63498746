import { limits } from "@spec-wizard/client"
import { expect, test } from "vitest"
import { room } from "../src/room.ts"

const { messageLength: MAX_UNITS, frameBytes: MAX_FRAME_BYTES } = limits

const frameBytes = (text: string) =>
  Buffer.byteLength(JSON.stringify({ action: "sendMessage", id: "x".repeat(64), text }))

test("counts UTF-16 units where a character takes one byte", () => {
  expect(room("a".repeat(MAX_UNITS))).toEqual({ left: 0, near: true })
  expect(room("a".repeat(MAX_UNITS + 7)).left).toBe(-7)
})

test("says nothing before 80 %", () => {
  expect(room("").near).toBe(false)
  expect(room("a".repeat(MAX_UNITS * 0.8 - 1)).near).toBe(false)
  expect(room("a".repeat(MAX_UNITS * 0.8)).near).toBe(true)
})

test.each([
  ["umlauts", "ü"],
  ["Chinese", "漢"],
  ["emoji", "🎂"],
  ["line breaks, which JSON escapes", "\n"],
  ["quotes, which JSON escapes", '"'],
  ["control characters, which JSON writes as six", "\u0001"],
  ["half a surrogate pair, which JSON writes as six", "\ud83c"],
])("never promises room that the frame does not have: %s", (_, character) => {
  for (let length = 0; length <= MAX_UNITS + 100; length += 97) {
    const text = character.repeat(length)
    const fits = text.length <= MAX_UNITS && frameBytes(text) <= MAX_FRAME_BYTES
    if (room(text).left >= 0) expect(fits).toBe(true)
    // The envelope is rounded up by less than a line.
    else expect(text.length > MAX_UNITS || frameBytes(text) > MAX_FRAME_BYTES - 128).toBe(true)
  }
})

test("the room it tells can be used to the last character", () => {
  const text = "漢".repeat(9_000)
  const { left } = room(text)
  expect(left).toBeGreaterThan(0)
  expect(room(text + "漢".repeat(left)).left).toBe(0)
})
