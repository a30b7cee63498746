import { expect, test } from "vitest"
import { pathOf, sessionIn } from "../src/session.ts"

test("a path names the session it was made for", () => {
  expect(sessionIn(pathOf("ses_01ARZ3NDEKTSV4RRFFQ69G5FAV"))).toBe("ses_01ARZ3NDEKTSV4RRFFQ69G5FAV")
})

test.each(["/", "/s/", "/s/ses_", "/s/msg_01ARZ3NDEKTSV4RRFFQ69G5FAV", "/s/ses_01A/../x", "/t/ses_01A"])(
  "%s names none",
  (path) => {
    expect(sessionIn(path)).toBeUndefined()
  },
)
