import { expect, test } from "vitest"
import { asPrinted, caretAfter } from "../src/link/code.ts"

test.each([
  ["", ""],
  ["7", "7"],
  ["7km2", "7KM2"],
  ["7km2-", "7KM2"],
  ["7km2x", "7KM2-X"],
  ["7KM2-XQ9A", "7KM2-XQ9A"],
  [" 7km2 xq9a ", "7KM2-XQ9A"],
  ["7-K-M-2-X-Q-9-A", "7KM2-XQ9A"],
  ["7KM2–XQ9A", "7KM2-XQ9A"],
  ["7KM2-XQ9AB", "7KM2-XQ9A"],
  ["７ＫＭ２－ＸＱ９Ａ", "7KM2-XQ9A"],
  ["７ｋ", "7K"],
  ["7KM2\u2011XQ9A.", "7KM2-XQ9A"],
  ["7K\u200BM2\u00AD-XQ\u20609A\uFEFF", "7KM2-XQ9A"],
  ["the code: ７ＫＭ２\u2011ＸＱ９Ａ\u200B.", "7KM2-XQ9A"],
  ["the code: 7km2-xq9a.", "7KM2-XQ9A"],
  ["On another device you are asked for this code:\n\n    7KM2-XQ9A\n\nLink and code work for 10 minutes", "7KM2-XQ9A"],
  ["Auf einem anderen Gerät werden Sie nach diesem Code gefragt: 7KM2 - XQ9A", "7KM2-XQ9A"],
])("%j becomes the code as the mail prints it: %j", (typed, printed) => {
  expect(asPrinted(typed)).toBe(printed)
  expect(asPrinted(printed)).toBe(printed)
})

test("the caret stays behind what was typed before it", () => {
  expect(caretAfter("7km2x", "7KM2-X")).toBe(6)
  expect(caretAfter("7k", "7KM2-XQ9A")).toBe(2)
  expect(caretAfter("7KM2", "7KM2-XQ9A")).toBe(4)
  expect(caretAfter("the code: 7km2-xq9a", "7KM2-XQ9A")).toBe(9)
})
