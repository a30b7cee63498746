import fc from "fast-check"
import { expect, test } from "vitest"
import * as Message from "../src/message/message.ts"
import { clean, cleaner } from "../src/text.ts"

test("keeps what people write: accents, scripts, emoji, tabs and line breaks", () => {
  const text = "Grüße, ¿qué tal? 日本語 👩‍🍳\n\tund mehr"
  expect(Message.accept(text)).toBe(text)
})

test("what breaks a line in some program breaks it here, and joiners inside words stay", () => {
  expect(clean("a\u000Bb\fc\u0085d\u2028e\u2029f\r\ng\rh")).toBe("a\nb\nc\nd\ne\nf\ng\nh")
  const joined = "Donau\u00ADdampf, می\u200Cخواهم, क्\u200Dष"
  expect(clean(joined)).toBe(joined)
})

test("takes out no sign that somebody typed", () => {
  const text = "total is > 50 & < 60, *bold* _under_ [x] {y} \\ `code` <b>"
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

test.each([
  ["Subject: Booking tool for the hall\nDear Ms Okafor,\n\nWe need it by May.", "Booking tool for the hall"],
  ["From: Ann\nDate: 3 May\n\nHello Martin,\nwe run a hall. It is old.", "we run a hall"],
  ["# A board for the **workshop**\n\nText.", "A board for the workshop"],
  ["Estimados señores:\nQueremos un registro.", "Queremos un registro"],
  ["Hello Martin,", "Hello Martin,"],
  ["We keep bees.", "We keep bees"],
])("is called after what it is about: %j", (text, title) => {
  expect(Message.titleOf(text)).toBe(title)
})

test("a title that is cut ends with a whole character", () => {
  for (const length of [50, 51, 52, 53]) {
    const title = Message.titleOf(`${"a".repeat(length)}${"😀".repeat(30)}`)
    expect(title.isWellFormed()).toBe(true)
    expect(title).not.toContain("\ufffd")
  }
})
