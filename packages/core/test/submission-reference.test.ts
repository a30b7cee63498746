import { expect, test } from "vitest"
import * as Reference from "../src/protocol/reference.ts"
import { fromText, Submit } from "../src/protocol/submission.ts"

const SYMBOLS = [..."234679CDFGHJKMNPQRTVWXY"]

const symbolsOf = (reference: string) => [...reference.slice(5).replace("-", "")]
const isTaken = (symbols: string[]) => fromText(symbols.join("")) !== undefined

/** Drawn anew in each run; a failure names the reference, which is all there is to a run. */
const drawn = Array.from({ length: 1_000 }, Reference.create)

test("a reference looks like SPEC-K7MT-4XQ9, and checks itself", () => {
  for (const reference of drawn) {
    expect(reference).toMatch(/^SPEC-[234679CDFGHJKMNPQRTVWXY]{4}-[234679CDFGHJKMNPQRTVWXY]{4}$/)
    // The rule as it is published, reckoned by hand.
    const sum = symbolsOf(reference).reduce((total, symbol, at) => total + SYMBOLS.indexOf(symbol) * (8 - at), 0)
    expect(sum % 23, reference).toBe(0)
    expect(Reference.Reference.safeParse(reference).success).toBe(true)
  }
})

test("every single wrong character is caught, in every place and by every other", () => {
  for (const reference of drawn)
    for (const at of Array.from({ length: 8 }, (_, index) => index))
      for (const wrong of SYMBOLS) {
        const symbols = symbolsOf(reference)
        if (symbols[at] === wrong) continue
        symbols[at] = wrong
        if (isTaken(symbols)) expect.unreachable(`${reference} with ${wrong} in place ${at}`)
      }
})

test("every two characters that are swapped are caught, side by side or not", () => {
  let swaps = 0
  for (const reference of drawn)
    for (let one = 0; one < 8; one++)
      for (let other = one + 1; other < 8; other++) {
        const symbols = symbolsOf(reference)
        const [a = "", b = ""] = [symbols[one], symbols[other]]
        if (a === b) continue
        symbols[one] = b
        symbols[other] = a
        swaps++
        if (isTaken(symbols)) expect.unreachable(`${reference} with ${one} and ${other} swapped`)
      }
  expect(swaps).toBeGreaterThan(20_000)
})

test("what is missing, or too much, is caught", () => {
  for (const reference of drawn.slice(0, 100))
    for (let at = 0; at < 8; at++) {
      const symbols = symbolsOf(reference)
      expect(isTaken(symbols.toSpliced(at, 1)), reference).toBe(false)
      expect(isTaken(symbols.toSpliced(at, 0, "7")), reference).toBe(false)
    }
})

test("it is read however people write it", () => {
  for (const reference of drawn.slice(0, 100)) {
    const bare = symbolsOf(reference).join("")
    const ways = [
      reference.toLowerCase(),
      ` ${reference} \n`,
      bare,
      bare.toLowerCase(),
      `spec ${bare.slice(0, 4)} ${bare.slice(4)}`,
      reference.replaceAll("-", "–"),
      reference.replaceAll("-", " - "),
      [...bare].join(" "),
    ]
    for (const way of ways) expect(fromText(way), way).toBe(reference)
  }
  for (const none of ["", "SPEC", "SPEC-", "SPEC-0O1I-5S8B", "x".repeat(40), "__proto__", "SPEC-K7MT-4XQ\u{39}\u{302}"])
    expect(fromText(none), none).toBeUndefined()
})

const MILLION = 1_000_000
const million = Array.from({ length: MILLION }, Reference.create)

test("each symbol comes as often as any other, in every place that is drawn", () => {
  const places = [5, 6, 7, 8, 10, 11, 12]
  // Nine standard deviations: a fair draw strays so far once in 10¹⁶ runs; a byte modulo 23 strays twice as far.
  const most = 9 * Math.sqrt(MILLION / 23)
  for (const place of places) {
    const counts = new Map(SYMBOLS.map((symbol) => [symbol, 0]))
    for (const reference of million) counts.set(reference.charAt(place), (counts.get(reference.charAt(place)) ?? 0) + 1)
    expect([...counts.keys()]).toEqual(SYMBOLS)
    for (const [symbol, count] of counts) expect(Math.abs(count - MILLION / 23), symbol).toBeLessThan(most)
  }
})

test("a million that are taken one after the other are a million: those drawn twice are few, found, and drawn again", () => {
  const taken = new Set<string>()
  let again = 0
  for (const drawing of million) {
    let reference = drawing
    for (; taken.has(reference); again++) reference = Reference.create()
    taken.add(reference)
  }
  expect(taken.size).toBe(MILLION)
  expect(again).toBeLessThan(300) // about 147 pairs among 23⁷
})

test("what is typed into the form is kept without what deceives the eye, and measured after", () => {
  const { data } = Submit.safeParse({
    email: " Ada@Example.com ",
    name: "  Ada\u202e \n Lovelace\u0000 ",
    consent: true,
    budget: "x".repeat(200),
  })
  expect(data).toEqual({ email: "Ada@Example.com", name: "Ada Lovelace", consent: true, budget: "x".repeat(200) })
})

test.each([
  ["no consent", { consent: undefined }],
  ["a consent that was not given", { consent: false }],
  ["no name", { name: undefined }],
  ["a name that cannot be seen", { name: " \u202e\n " }],
  ["a name of 201 characters", { name: "x".repeat(201) }],
  ["two addresses", { email: "a@example.com,b@example.com" }],
  ["a header in the address", { email: "a@example.com\r\nBcc: b@example.com" }],
  ["a field of its own", { admin: true }],
  ["a phone that is a book", { phone: "1".repeat(51) }],
])("%s is refused", (_, wrong) => {
  const input = { email: "ada@example.com", name: "Ada", consent: true, ...wrong }
  expect(Submit.safeParse(input).success).toBe(false)
})
