import { expect, test } from "vitest"
import { render } from "../src/document/ears.ts"

test.each([
  ["en", "The system shall refuse it.", "When the 13th cake is ordered, the system shall refuse it."],
  ["de", "Das System muss sie ablehnen.", "Wenn die 13. Torte bestellt wird, muss das System sie ablehnen."],
  ["es", "El sistema debe rechazarla.", "Cuando se pide la tarta 13, el sistema debe rechazarla."],
  ["fr", "Le système doit le refuser.", "Quand le gâteau 13 est commandé, le système doit le refuser."],
] as const)("a requirement's parts make a sentence with and without an event: %s", (language, always, upon) => {
  const [system, shall, when] = {
    en: ["the system", "refuse it", "the 13th cake is ordered"] as const,
    de: ["das System", "sie ablehnen", "die 13. Torte bestellt wird"] as const,
    es: ["el sistema", "rechazarla", "se pide la tarta 13"] as const,
    fr: ["le système", "le refuser", "le gâteau 13 est commandé"] as const,
  }[language]
  expect(render({ pattern: "ubiquitous", system, shall }, language)).toBe(always)
  expect(render({ pattern: "event", system, shall, when }, language)).toBe(upon)
})
