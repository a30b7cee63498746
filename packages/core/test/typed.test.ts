import { describe, expect, test } from "vitest"
import { Address } from "../src/protocol/address.ts"
import * as Link from "../src/protocol/link.ts"
import * as Session from "../src/protocol/session.ts"
import { Change, fromText, Submit } from "../src/protocol/submission.ts"

/** What people paste and type without seeing it, one kind each. */
const UNSEEN = ["\u200B", "\u00AD", "\u2060", "\uFEFF", "\u200D", "\uFE0F", "\u3164"]
const DASHES = ["-", "\u2010", "\u2011", "–", "—", "－", "\u2212", " – "]
const wide = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))

const code = (text: string) => Link.Redeem.parse({ email: "ada@example.com", code: text }).code

test("a code is the same, however it is typed", () => {
  const spellings = [
    ...DASHES.map((dash) => `7km2${dash}xq9a`),
    ...UNSEEN.map((sign) => `${sign}7K${sign}M2-XQ${sign}9A${sign}`),
    wide("7KM2-XQ9A"),
    "7KM2-XQ9A.",
    " 7KM2 XQ9A\n",
    "«7KM2-XQ9A»",
  ]
  for (const spelling of spellings) expect(code(spelling), JSON.stringify(spelling)).toBe("7KM2XQ9A")
})

test("a reference is the same, however it is typed", () => {
  const reference = "SPEC-K7MT-4XQ9"
  const plain = fromText(reference)
  const spellings = [
    ...DASHES.map((dash) => `spec${dash}k7mt${dash}4xq9`),
    ...UNSEEN.map((sign) => `SPEC-K7${sign}MT-4XQ9${sign}`),
    wide(reference),
    `${reference}.`,
    "k7mt4xq9",
  ]
  for (const spelling of spellings) expect(fromText(spelling), JSON.stringify(spelling)).toBe(plain)
})

test("an address is the same, however it is typed", () => {
  const spellings = [
    ...UNSEEN.map((sign) => `ada${sign}@example.com${sign}`),
    wide("ada@example.com"),
    " ada@example.com ",
    "ada@example.com.",
  ]
  for (const spelling of spellings) expect(Address.parse(spelling), JSON.stringify(spelling)).toBe("ada@example.com")
  for (const none of [
    "ada\u0000@example.com",
    "ada@example.com\u202E",
    "ada@example..com",
    "ada@@example.com",
    "ada@example.com..",
    ...UNSEEN,
  ])
    expect(Address.safeParse(none).success, JSON.stringify(none)).toBe(false)
})

describe("a name and a title", () => {
  const name = (text: string) => Submit.safeParse({ email: "ada@example.com", name: text, consent: true }).data?.name

  test("of nothing that shows is empty", () => {
    for (const sign of UNSEEN) {
      expect(name(sign), JSON.stringify(sign)).toBeUndefined()
      expect(name(` ${sign} ${sign}`), JSON.stringify(sign)).toBeUndefined()
      expect(Session.Rename.parse({ title: sign }).title, JSON.stringify(sign)).toBe("")
      expect(Change.safeParse({ question: sign }).success, JSON.stringify(sign)).toBe(false)
    }
  })

  test("keeps what its script needs, and nothing unseen at its ends", () => {
    expect(name("\u200B Ada  Lovelace\u00AD")).toBe("Ada Lovelace")
    expect(name("می\u200Cخواهم")).toBe("می\u200Cخواهم")
    expect(name("Jose\u0301")).toBe("José")
    expect(Session.Rename.parse({ title: "Boats 🧑\u200D✈️" }).title).toBe("Boats 🧑\u200D✈️")
    expect(name("m² ½")).toBe("m² ½") // only what names something exactly is folded
  })
})
