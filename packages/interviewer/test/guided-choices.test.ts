import { describe, expect, test } from "vitest"
import * as Memory from "../src/guided/memory.ts"
import { phrases } from "../src/guided/phrase/phrases.ts"
import { Language } from "../src/guided/read/language.ts"
import { reply } from "../src/guided/reply.ts"
import { contextFor } from "./guided-play.ts"

const visitors = [
  { language: "en", text: "I run a dog salon and want people to book appointments online." },
  { language: "de", text: "Wir sind ein Hundesalon und möchten, dass Kunden online Termine buchen." },
  { language: "es", text: "Tengo una peluquería canina y quiero que los clientes pidan cita por internet." },
  {
    language: "fr",
    text: "Je tiens un salon de toilettage et je voudrais que les clients prennent rendez-vous en ligne.",
  },
]
const column = [0, 1, 2]
const QUESTIONS = 26

describe.each(visitors)("whoever only taps, in $language", ({ language, text }) => {
  test.each(column)("choice %i, has answered each question, contradicts nothing and keeps the language", (index) => {
    let memory: unknown
    let said = text
    for (let turn = 1; turn <= QUESTIONS; turn++) {
      const asked = Memory.parse(memory).last?.topic
      const answer = reply(contextFor(said, memory, turn, language))
      memory = JSON.parse(JSON.stringify(answer.memory))
      const after = Memory.parse(memory)
      if (asked !== undefined && asked !== "wrap" && asked !== "dispute") {
        expect(after.topics[asked]?.status, `${asked}: ${said}`).toBe("answered")
        // The note says what was chosen about what, and quotes the message.
        expect(answer.notes).toHaveLength(1)
        const [note] = answer.notes
        const label = phrases[Language.parse(language)].questions[asked].label.toLowerCase()
        expect(note).toMatchObject({ topic: asked, evidence: "stated", source: { quote: said } })
        expect(note?.text.toLowerCase()).toContain(label)
      }
      expect(after.last?.topic).not.toBe("dispute")
      expect(after.language).toBe(language)
      if (after.closed) return
      // The last two are "not sure" and "skip".
      const topical = answer.choices.slice(0, -2)
      expect(topical.length).toBeGreaterThanOrEqual(2)
      said = topical[Math.min(index, topical.length - 1)]?.value ?? ""
    }
  })
})
