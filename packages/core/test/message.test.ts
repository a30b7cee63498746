import fc from "fast-check"
import { expect, test } from "vitest"
import * as Message from "../src/message/message.ts"
import { clean, cleaner } from "../src/text.ts"

test("keeps what people write: accents, scripts, emoji, tabs and line breaks", () => {
  const text = "Grüße, ¿qué tal? 日本語 👩‍🍳\n\tund mehr"
  expect(Message.accept(text)).toBe(text)
})

test("takes out bidirectional controls, tag characters and control characters", () => {
  expect(clean("a\u202Eb\u2066c\u{E0041}d\0e\x1Bf\r\ng")).toBe("abcdef\ng")
})

test("refuses 16,001 characters and nothing at all", () => {
  expect(Message.accept("x".repeat(16_000))).toHaveLength(16_000)
  expect(() => Message.accept("x".repeat(16_001))).toThrow(expect.objectContaining({ code: "message.too_long" }))
  expect(() => Message.accept(" \n\u202E ")).toThrow(expect.objectContaining({ code: "message.empty" }))
})

test("cleaning piece by piece gives what cleaning the whole gives, wherever it is cut", () => {
  const text = fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constant("😀"), fc.constant("\u{E0041}")))
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 3 }), (parts, size) => {
      const whole = parts.join("").toWellFormed()
      const clean = cleaner()
      let out = ""
      for (let at = 0; at < whole.length; at += size) out += clean(whole.slice(at, at + size))
      expect(out).toBe(clean(whole))
    }),
  )
})
