import { expect, test } from "vitest"
import { lastSession, pathOf, rememberSession, removeTraces, sessionIn } from "../src/session.ts"
import { keep, recall } from "../src/storage.ts"

test("a path names the session it was made for", () => {
  expect(sessionIn(pathOf("ses_01ARZ3NDEKTSV4RRFFQ69G5FAV"))).toBe("ses_01ARZ3NDEKTSV4RRFFQ69G5FAV")
})

test.each(["/", "/s/", "/s/ses_", "/s/msg_01ARZ3NDEKTSV4RRFFQ69G5FAV", "/s/ses_01A/../x", "/t/ses_01A"])(
  "%s names none",
  (path) => {
    expect(sessionIn(path)).toBeUndefined()
  },
)

test("removing the traces of a session leaves those of others, and what belongs to none", () => {
  const [one, other] = ["ses_01ARZ3NDEKTSV4RRFFQ69G5FAV", "ses_01ARZ3NDEKTSV4RRFFQ69G5FAW"]
  const kept = (id: string) => [`draft.${id}`, `outbox.${id}`, `seen.${id}`, `line.${id}.FR-1`]
  for (const key of [...kept(one), ...kept(other), "theme"]) keep(key, "x")
  rememberSession(one)
  removeTraces(one)
  for (const key of kept(one)) expect(recall(key), key).toBeUndefined()
  for (const key of [...kept(other), "theme"]) expect(recall(key), key).toBe("x")
  expect(lastSession()).toBeUndefined()
})
