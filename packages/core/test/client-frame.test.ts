import { expect, test } from "vitest"
import * as ClientFrame from "../src/protocol/client-frame.ts"

const message = { action: "sendMessage", id: "abcdefgh", text: "hi" }

test("takes the frames of the protocol", () => {
  const turnId = "trn_01J0000000000000000000000A"
  for (const frame of [
    message,
    { action: "hello", v: 1, lastSeq: 0 },
    { action: "hello", v: 1, lastSeq: 3, logId: "log_x" },
    { action: "stop", turnId },
    { action: "retry", id: "abcdefgh", turnId },
    { action: "sync", lastSeq: 12 },
    { action: "ping" },
  ])
    expect(ClientFrame.Info.safeParse(frame).success, JSON.stringify(frame)).toBe(true)
})

test.each([
  ["an unknown action", { action: "drop" }],
  ["no action", { id: "abcdefgh" }],
  ["an unknown key", { ...message, admin: true }],
  ["a prototype key", JSON.parse('{"action":"ping","__proto__":{}}')],
  ["a short id", { ...message, id: "abc" }],
  ["an id with a space", { ...message, id: "abcd efgh" }],
  ["a negative lastSeq", { action: "sync", lastSeq: -1 }],
  ["a fraction", { action: "sync", lastSeq: 1.5 }],
  ["another version", { action: "hello", v: 2, lastSeq: 0 }],
  ["a session's id for a turn's", { action: "stop", turnId: "ses_01J0000000000000000000000A" }],
])("refuses %s", (_, frame) => {
  expect(ClientFrame.Info.safeParse(frame).success).toBe(false)
})
