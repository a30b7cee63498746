import { expect, test } from "vitest"
import { render } from "../src/document/format/format.ts"
import { documentOf, line } from "./specification-format-line.ts"

const document = documentOf("en", 1, [
  line("UJ-1", {
    ...{ text: "They book and come.", steps: ["They book", "They come"], priority: "must" },
    guesses: { steps: ["They come"], priority: true },
  }),
  line("FR-1", { text: "Seats can be booked.", priority: "wont", guesses: { priority: true }, criteria: [] }),
  line("FR-2", { text: "Seats can be freed.", priority: "wont", criteria: [] }),
])
const input = { title: "Seats", date: "2026-01-01", hash: "h", models: [], history: [], form: "full" } as const

test("a step and a priority that nobody told say that they are guesses, beside what was said", () => {
  const { text } = render(document, { ...input, format: "markdown" })
  expect(text).toContain("They book and come. — *must have (◇ our guess) · ◆ you said*")
  expect(text).toMatch(/1\. They book\n\s+2\. They come \(◇ our guess\)/)
  expect(text).toContain("Seats can be freed. — *not this time · ◆ you said*")
})

test("what only we would leave out is built", () => {
  const { text } = render(document, { ...input, format: "gherkin" })
  expect(text).toContain("# FR-1")
  expect(text).not.toContain("@wont")
  expect(text).not.toContain("# FR-2")
})
