import { expect, test } from "vitest"
import { gaps } from "../src/document/format/gap.ts"
import { readiness } from "../src/document/readiness.ts"
import { wordings } from "../src/document/wordings.ts"
import { type Document, type Item, Language } from "../src/protocol/document.ts"
import { Gap } from "../src/protocol/readiness.ts"
import { check, documentOf, line } from "./specification-format-line.ts"

const agreed = { criteria: [check("AC-1.1", "The seat is free again.", { case: "error" })] }

/** Nothing is missing from it. */
const whole: readonly Item[] = [
  line("SUM-1", { text: "A page to book seats." }),
  line("GOAL-1", { text: "No seat is sold twice." }),
  line("SM-1", { text: "From 5 a month to 0." }),
  line("ROLE-1", { text: "Usher" }),
  line("OUT-1", { text: "Online payment" }),
  line("UJ-1", { text: "An usher books a seat." }),
  line("FR-1", { text: "Ushers can book a seat.", priority: "must", ...agreed }),
  line("FR-2", { text: "Ushers can free a seat.", ...agreed }),
  line("FR-3", { text: "Ushers can print the list.", priority: "should", ...agreed }),
  line("ENT-1", { text: "Booking" }),
  line("NFR-1", { text: "Ushers have a password.", category: "security" }),
  line("NFR-2", { text: "Names are seen by ushers alone.", category: "privacy" }),
  line("NFR-3", { text: "Works without a mouse.", category: "accessibility" }),
]

/** What a document lacks that has these lines beside or in place of those that lack nothing. */
function missing(lines: readonly Item[], language: Document["language"] = "en") {
  const ids = new Set(lines.map(({ id }) => id))
  return readiness(documentOf(language, 1, [...whole.filter(({ id }) => !ids.has(id)), ...lines]))
}

test("what lacks nothing is enough to build", () => {
  expect(missing([])).toEqual({ level: "build", missing: [] })
})

const booking = { text: "Ushers can book a seat." }
test.each<[string, Item, Gap | undefined]>([
  ["a measure that is to come to none", line("SM-1", { text: "Double bookings, down to none." }), undefined],
  ["a line that is not sorted yet", line("U-1", { text: "The thing with the school." }), "unsorted"],
  ["one that was sorted", line("U-1", { text: "x", state: "superseded", supersededBy: "FR-4" }), undefined],
  ["a line in dispute", line("RULE-1", { text: "One seat each.", state: "disputed" }), "disputed"],
  ["a guess", line("RULE-1", { text: "One seat each.", evidence: "inferred", state: "proposed" }), "guess"],
  ["a default", line("RULE-1", { text: "One seat each.", evidence: "default", state: "proposed" }), "guess"],
  ["a guess that was confirmed", line("RULE-1", { text: "One seat each.", evidence: "confirmed" }), undefined],
  ["a question that nothing waits for", line("Q-1", { text: "Which colour?", state: "proposed" }), undefined],
  [
    "one that a line waits for",
    line("Q-1", { text: "When?", state: "proposed", blocks: ["FR-1"] }),
    "question.blocking",
  ],
  ["a must-have without a check", line("FR-1", { ...booking, priority: "must", criteria: [] }), "criterion.agreed"],
  ["what nobody ranked, without a check", line("FR-1", { ...booking, criteria: [] }), "criterion.agreed"],
  ["a should-have without a check", line("FR-1", { ...booking, priority: "should", criteria: [] }), "criterion"],
  ["what is left out, without a check", line("FR-4", { ...booking, priority: "wont", criteria: [] }), undefined],
  [
    "a check that is confirmed",
    line("FR-1", { ...booking, criteria: [check("AC-1.1", "x", { evidence: "confirmed" })] }),
    undefined,
  ],
  [
    "a check from their document",
    line("FR-1", { ...booking, criteria: [check("AC-1.1", "x", { evidence: "from_document" })] }),
    undefined,
  ],
  [
    "a must-have that nobody said can go wrong",
    line("FR-1", { ...booking, priority: "must", criteria: [check("AC-1.1", "x")] }),
    "criterion.unhappy",
  ],
])("%s keeps it from building, or does not: %#", (_, item, code) => {
  expect(missing([item])).toEqual(
    code ? { level: "estimate", missing: [{ code, line: item.id }] } : { level: "build", missing: [] },
  )
})

test("a priority that nobody gave makes nothing less than a must-have, and is a guess like a step that nobody told", () => {
  const guessed = { ...booking, criteria: [], priority: "could", guesses: { priority: true } }
  expect(missing([line("FR-1", guessed)]).missing).toEqual([
    { code: "criterion.agreed", line: "FR-1" },
    { code: "guess", line: "FR-1" },
  ])
  const journey = { text: "They book and come.", steps: ["They book", "They come"], guesses: { steps: ["They come"] } }
  expect(missing([line("UJ-1", journey)]).missing).toEqual([{ code: "guess", line: "UJ-1" }])
  expect(missing([line("UJ-1", { ...journey, guesses: {} })]).missing).toEqual([])
})

test("a check that nobody agreed to is no check of a must-have, and a guess of anything", () => {
  const guessed = { ...booking, criteria: [check("AC-1.1", "x", { evidence: "inferred" })] }
  expect(missing([line("FR-1", guessed)]).missing).toEqual([
    { code: "criterion.agreed", line: "FR-1" },
    { code: "guess", line: "FR-1" },
  ])
  expect(missing([line("FR-1", { ...guessed, priority: "could" })]).missing).toEqual([{ code: "guess", line: "FR-1" }])
})

test.each([
  [
    "en",
    "Patient records are kept for ten years.",
    "Patients can have their data deleted on request.",
    "Even if somebody asks for deletion, records stay ten years.",
  ],
  [
    "de",
    "Akten heben wir zehn Jahre auf.",
    "Auf Antrag werden die Daten gelöscht.",
    "Gelöscht wird auch auf Antrag erst nach Ablauf der zehn Jahre.",
  ],
  [
    "es",
    "Los expedientes se guardan diez años.",
    "El paciente puede pedir que se borren sus datos.",
    "Aunque alguien pida borrarlos, se guardan diez años.",
  ],
  [
    "fr",
    "Les dossiers sont conservés dix ans.",
    "Le patient peut demander l’effacement de ses données.",
    "Même si quelqu’un demande l’effacement, ils restent dix ans.",
  ],
] as const)(
  "years of keeping against deletion on request is asked about until a line says which wins: %s",
  (language, keep, erase, rule) => {
    const kept = line("RULE-1", { text: keep })
    const erased = line("RULE-2", { text: erase })
    const asked = { code: "retention.deletion" }
    expect(missing([kept, erased], language)).toEqual({
      level: "estimate",
      missing: [
        { ...asked, line: "RULE-1" },
        { ...asked, line: "RULE-2" },
      ],
    })
    expect(missing([line("U-1", { text: `${keep} ${erase}` })], language).missing).toContainEqual({
      ...asked,
      line: "U-1",
    })
    for (const lines of [[kept], [erased], [kept, erased, line("RULE-3", { text: rule })]])
      expect(missing(lines, language).level).toBe("build")
    expect(missing([kept, { ...erased, state: "retired" }], language).level).toBe("build")
  },
)

test("how long data is kept may stand with the data, and a question between the two is an answer once it has one", () => {
  const erased = line("RULE-2", { text: "Customers may ask to be deleted." })
  const data = line("ENT-1", { text: "Invoice", retention: "10 years" })
  expect(missing([data, erased]).missing.map(({ line }) => line)).toEqual(["ENT-1", "RULE-2"])
  const question = { text: "Invoices are kept 10 years, but customers may ask to be deleted: which of the two?" }
  expect(missing([data, erased, line("Q-1", { ...question, state: "proposed" })]).level).toBe("estimate")
  expect(missing([data, erased, line("Q-1", { ...question, answer: "The invoices stay." })]).level).toBe("build")
})

test("every gap is a question in four languages, asked once with the lines it is about, of many with how many more there are", () => {
  const lines = Array.from({ length: 30 }, (_, index) => line(`U-${index + 1}`, { text: "x" }))
  const { missing: all } = missing(lines)
  for (const language of Language.options) {
    const wording = wordings[language]
    for (const code of Gap.options) expect(gaps([{ code }], wording)[0]?.question).toMatch(/\?$/)
    const [only, ...more] = gaps(all, wording)
    expect([only?.question, more]).toEqual([wording.gaps.unsorted, []])
    expect(only?.lines.slice(0, 2)).toEqual(["U-1", "U-2"])
    expect(only?.lines.at(-1)).toBe("+20")
  }
})
