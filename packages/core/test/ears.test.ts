import * as fc from "fast-check"
import { expect, test } from "vitest"
import { parse, render } from "../src/document/ears.ts"
import { Language } from "../src/protocol/document.ts"

const clause = fc.constantFrom(
  "customers can pay by card",
  "Kunden bezahlen mit Karte",
  "los clientes pagan con tarjeta",
  "les clients paient par carte",
  "no delivery, and no accounts",
  "12 cakes",
)
const lead = fc.constantFrom(
  "",
  "When a cake is ordered, ",
  "Wenn jemand bestellt, ",
  "Si el pago falla, ",
  "Quand on paie, ",
)

test("a requirement's sentence that is read back and written again is the same, in every language", () => {
  void fc.assert(
    fc.property(lead, clause, fc.constantFrom(...Language.options), (lead, clause, language) => {
      const ears = parse(lead + clause, language)
      const sentence = render(ears, language)
      expect(render(parse(sentence, language), language)).toBe(sentence)
    }),
  )
})

test.each([
  ["en", "When the 13th cake is ordered, the system shall refuse it.", "refuse it", "the 13th cake is ordered"],
  [
    "de",
    "Wenn die 13. Torte bestellt wird, muss das System sie ablehnen.",
    "sie ablehnen",
    "die 13. Torte bestellt wird",
  ],
  ["es", "Cuando se pide la tarta 13, el sistema debe rechazarla.", "rechazarla", "se pide la tarta 13"],
  ["fr", "Quand le gâteau 13 est commandé, le système doit le refuser.", "le refuser", "le gâteau 13 est commandé"],
] as const)("a sentence of that form keeps its parts: %s", (language, sentence, shall, when) => {
  expect(parse(sentence, language)).toMatchObject({ pattern: "event", shall, when })
})
