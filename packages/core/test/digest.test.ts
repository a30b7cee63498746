import { randomBytes } from "node:crypto"
import { isDeepStrictEqual } from "node:util"
import fc from "fast-check"
import { expect, test } from "vitest"
import { digestOf, digestOfText, type Json, keyedDigestOf } from "../src/digest.ts"

const asked = { model: "m-1", temperature: 0.7, messages: [{ role: "user", text: "Cakes" }] }

test("does not depend on the order in which members were written", () => {
  const { model, ...rest } = asked
  expect(digestOf({ ...rest, model })).toBe(digestOf(asked))
})

test("differs for any difference", () => {
  const others: Json[] = [
    { ...asked, model: "m-2" },
    { ...asked, temperature: 0.8 },
    { ...asked, temperature: "0.7" },
    { ...asked, messages: [...asked.messages, { role: "user", text: "" }] },
    { ...asked, messages: [{ role: "user", text: "Cakes " }] },
    { ...asked, messages: { 0: { role: "user", text: "Cakes" } } },
    { ...asked, extra: null },
    [asked],
  ]
  expect(new Set([asked, ...others].map(digestOf)).size).toBe(others.length + 1)
  expect(() => digestOf({ temperature: Number.NaN })).toThrow()
})

test("is the same exactly when the values are, whatever they are", () => {
  const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json) // just written as JSON
  fc.assert(fc.property(json, (value) => digestOf(structuredClone(value)) === digestOf(value)))
  fc.assert(fc.property(json, json, (a, b) => (digestOf(a) === digestOf(b)) === isDeepStrictEqual(a, b)))
})

test("needs the secret, when it was made with one", () => {
  const [one, other] = [randomBytes(32), randomBytes(32)]
  expect(keyedDigestOf(one, asked)).toBe(keyedDigestOf(one, { ...asked }))
  expect(new Set([keyedDigestOf(one, asked), keyedDigestOf(other, asked), digestOf(asked)]).size).toBe(3)
})

test("stays what it was: the table is full of them", () => {
  expect(digestOf({ b: [1, "x"], a: null })).toBe("wiy3sDU3cOKzgJSvZBFD6_AI3fLR8t7bnYdZlvzyRfo")
  expect(digestOf("x")).toBe("ui30kDosFOhtw7zKWJEbRKwdJRS3Inv26wjPuXj1Whs")
  expect(digestOfText("x")).toBe("LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE")
})
