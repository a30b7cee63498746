import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { operatorTokenHashOf, ownerEmailOf } from "../owner.ts"

const HASH = createHash("sha256").update("a token").digest("hex")

test("without them nobody is told of submissions, and nobody gets in", () => {
  for (const nothing of [undefined, "", " "]) {
    expect(ownerEmailOf(nothing)).toBe("")
    expect(operatorTokenHashOf(nothing)).toBe("")
  }
})

test("what is given is taken as it is", () => {
  expect(ownerEmailOf(" ada@example.com")).toBe("ada@example.com")
  expect(operatorTokenHashOf(`${HASH}\n`)).toBe(HASH)
})

test("an address that mails cannot go to stops the deployment with one line", () => {
  for (const wrong of [
    "ada",
    "Ada <ada@example.com>",
    "ada@example.com,eve@example.com",
    "owner@localhost",
    "ada@example.",
  ])
    expect(() => ownerEmailOf(wrong)).toThrow(/^OWNER_EMAIL is not usable: .*$/)
})

test("a token in place of its hash is refused, and not repeated", () => {
  const token = "7kQm0Zr2uXw9Yb4Nc6Vd8Ef1Gh3Ij5Kl"
  for (const wrong of [token, HASH.slice(1), HASH.toUpperCase(), `${HASH} *stdin`]) {
    expect(() => operatorTokenHashOf(wrong)).toThrow(/^OPERATOR_TOKEN_HASH is not usable: .*$/)
    expect(() => operatorTokenHashOf(wrong)).not.toThrow(wrong)
  }
})
