import { expect, test } from "vitest"
import { storageOutbox } from "../src/index.ts"

function storage() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}
const one = { id: "message-1", text: "One" }
const two = { id: "message-2", text: "Two" }

test("keeps messages for the next page of the same session only", () => {
  const shared = storage()
  storageOutbox(shared, "ses_a").save([one, two])
  expect(storageOutbox(shared, "ses_a").load()).toEqual([one, two])
  expect(storageOutbox(shared, "ses_b").load()).toEqual([])
})

test("leaves nothing behind when everything has been said", () => {
  const shared = storage()
  const outbox = storageOutbox(shared, "ses_a")
  outbox.save([one])
  outbox.save([])
  expect(shared.kept.size).toBe(0)
})

test("does not throw another tab's message away", () => {
  const shared = storage()
  const [left, right] = [storageOutbox(shared, "ses_a"), storageOutbox(shared, "ses_a")]
  left.save([one])
  right.save([two])
  left.save([])
  expect(storageOutbox(shared, "ses_a").load()).toEqual([two])
})

test("survives a storage that is full, forbidden or damaged", () => {
  const shared = storage()
  shared.kept.set("spec-wizard.outbox.ses_a", '{"not": "ours"')
  expect(storageOutbox(shared, "ses_a").load()).toEqual([])
  const refuse = () => {
    throw new Error("QuotaExceededError")
  }
  const outbox = storageOutbox({ getItem: refuse, setItem: refuse, removeItem: refuse }, "ses_a")
  outbox.save([one])
  expect(outbox.load()).toEqual([])
})
